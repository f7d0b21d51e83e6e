import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Builds dist/ before the tests, however they are started: the tests of the command line run the program as it
 * is installed. Takes a second; nothing else is built, as vitest reads the sources itself.
 */
export function setup(): void {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const args = ['src/launch/with-node.mjs', 'src/tools/build.ts'];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error('dist/ could not be built: run npm run build');
}
