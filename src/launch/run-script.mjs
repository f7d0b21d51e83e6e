/**
 * Runs a script under a Node that is new enough: in this process where this Node is, else under the fetched one.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cannotStart, describeOldNode, findFetchedNode, isNewEnough } from './required-node.mjs';

const passedOn = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs `script` with `args` as if it had been given to `node`. Returns once a script in this process is loaded;
 * where a second process is needed, this one ends as that one does.
 * @param {string} script a path, from the current folder
 * @param {readonly string[]} args
 * @returns {Promise<void>}
 */
export async function runScript(script, args) {
  const path = resolve(script);
  if (!isNewEnough()) return runUnderFetchedNode(path, args);
  // Node 22.13 to 22.17 read TypeScript only when asked to.
  if (path.endsWith('.ts') && (process.features.typescript ?? false) === false) {
    return runUnder(process.execPath, ['--experimental-strip-types', path, ...args]);
  }
  process.argv.splice(1, process.argv.length, path, ...args);
  await import(pathToFileURL(path).href);
}

/**
 * Runs `script` under the Node that `npm ci` fetched, or says what to do where there is none.
 * @param {string} script an absolute path
 * @param {readonly string[]} args
 * @returns {void}
 */
export function runUnderFetchedNode(script, args) {
  const node = findFetchedNode();
  if (node === null) {
    console.error(describeOldNode());
    process.exit(cannotStart);
  }
  runUnder(node, [script, ...args]);
}

/**
 * Ends this process as the child ends: same exit code, same signal. The channel to the child carries no messages;
 * it closes when this process is killed, and tells the child so (see ziping.mjs).
 * @param {string} node path of the binary
 * @param {readonly string[]} args
 */
function runUnder(node, args) {
  const child = spawn(node, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of passedOn) process.on(signal, () => passOn(child, signal));
  child.on('error', (error) => {
    console.error(`${node} cannot be started (${error.message}). Install a newer Node.`);
    process.exit(cannotStart);
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? cannotStart);
    for (const each of passedOn) process.removeAllListeners(each);
    process.kill(process.pid, signal);
    // Reached only where the signal does not end a process.
    setTimeout(() => process.exit(128 + constants.signals[signal]), 100);
  });
}

/**
 * A terminal sends Ctrl-C to both processes: passing it on would be a second one, which many programs take for
 * "now, at once".
 * @param {import('node:child_process').ChildProcess} child
 * @param {(typeof passedOn)[number]} signal
 */
function passOn(child, signal) {
  const isAtTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  if (signal !== 'SIGINT' || !isAtTerminal) child.kill(signal);
}
