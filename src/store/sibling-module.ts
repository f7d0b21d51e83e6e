/**
 * The URL of a module beside `moduleUrl`, for processes and threads to start at: `.ts` where the program runs from
 * source (Node strips the types), `.js` where it was compiled.
 */
export function siblingModule(moduleUrl: string, name: string): URL {
  return new URL(`./${name}${moduleUrl.endsWith('.ts') ? '.ts' : '.js'}`, moduleUrl);
}
