/** A place in a JSON document as RFC 6901 writes it: `['forms', 0, 'a/b']` is `/forms/0/a~1b`; '' for the whole. */
export function jsonPointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
