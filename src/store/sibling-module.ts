import path from 'node:path';

/**
 * The URL of a module beside `moduleUrl`, for processes and threads to start at: `.ts` where the program runs from
 * source (Node strips the types), `.cjs` where it was built.
 */
export function siblingModule(moduleUrl: string, name: string): URL {
  return new URL(`./${name}${path.extname(moduleUrl)}`, moduleUrl);
}
