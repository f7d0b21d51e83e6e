// What `npm ci` does last: fetches a newer Node where this one is too old, and builds dist/.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canFetchNode, describeOldNode, fetchFolder, findFetchedNode, isNewEnough } from './required-node.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

if (!isNewEnough() && findFetchedNode() === null) fetchNode();
build();
runOnce();

function fetchNode() {
  if (!canFetchNode()) fail(`${describeOldNode()} There is none to fetch for ${process.platform} ${process.arch}.`);
  console.error(`Node ${process.versions.node} is too old for ziping: fetching Node 24 for this checkout alone.`);
  const args = ['ci', '--include=optional', '--global=false', '--ignore-scripts', '--loglevel=error'];
  runNpm([...args, '--no-audit', '--no-fund'], fetchFolder);
  if (findFetchedNode() === null) fail('Node 24 could not be fetched. Install Node 22.13 or newer.');
}

function build() {
  const bundler = fileURLToPath(new URL('../../node_modules/rolldown/package.json', import.meta.url));
  if (!existsSync(bundler)) {
    console.error('dist/ is not built: the bundler is left out of this installation.');
    return;
  }
  run(process.execPath, ['src/launch/with-node.mjs', 'src/tools/build.ts'], root);
}

/** The first run compiles the program and keeps what it compiled (kept-code.mjs): so that it is not the user's. */
function runOnce() {
  const args = ['src/launch/ziping.mjs', 'extract', 'samples/ministry-writer-four-pages.pdf', '--json'];
  spawnSync(process.execPath, args, { cwd: root, stdio: 'ignore' });
}

/**
 * Runs the npm that runs this script; another package manager has no `ci`.
 * @param {readonly string[]} args
 * @param {string} folder
 */
function runNpm(args, folder) {
  const npm = process.env['npm_execpath'];
  if (npm !== undefined && basename(npm).startsWith('npm')) run(process.execPath, [npm, ...args], folder);
  else run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, folder);
}

/**
 * Standard output is left alone: `npm pack --json` writes there.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} cwd
 */
function run(command, args, cwd) {
  const { status, error } = spawnSync(command, args, { cwd, stdio: ['ignore', 2, 2], shell: command.endsWith('.cmd') });
  if (status !== 0) fail(`${[command, ...args].join(' ')} failed${error ? `: ${error.message}` : ''}`);
}

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  console.error(message);
  process.exit(1);
}
