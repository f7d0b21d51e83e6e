/**
 * Which Node the program needs, and where a checkout keeps one for machines whose own is too old.
 * Everything in this folder runs on old versions of Node: no native module, nothing newer than Node 18.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const oldest = [22, 13];

/** The exit code where the program cannot even be started: no suitable Node, or not built. */
export const cannotStart = 78;

/** The folder whose lock file names the Node to fetch. */
export const fetchFolder = fileURLToPath(new URL('node-24/', import.meta.url));

/**
 * Whether a Node of this version can run the program. Older ones must not even try: better-sqlite3 13 ends
 * there in a segmentation fault.
 * @param {string} version as in `process.versions.node`
 * @returns {boolean}
 */
export function isNewEnough(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldest;
  return major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
}

/**
 * The path of the Node that `npm ci` fetched for this machine; `null` where there is none.
 * @returns {string | null}
 */
export function findFetchedNode() {
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  const path = fileURLToPath(new URL(`node-24/node_modules/${packageName()}/bin/${binary}`, import.meta.url));
  return existsSync(path) ? path : null;
}

/**
 * Whether there is a Node to fetch for this kind of machine. An installed `ziping` has no list, and fetches nothing.
 * @returns {boolean}
 */
export function canFetchNode() {
  const list = new URL('node-24/package.json', import.meta.url);
  if (!existsSync(list)) return false;
  return readFileSync(list, 'utf8').includes(`"${packageName()}"`);
}

/**
 * What is wrong with the running Node and what to do about it, in one line.
 * @returns {string}
 */
export function describeOldNode() {
  const wrong = `ziping needs Node ${oldest.join('.')} or newer, and this is Node ${process.versions.node}`;
  if (!canFetchNode()) return `${wrong}. Install a newer Node.`;
  return `${wrong}; the newer one that npm fetches for it is not there. Run npm ci, or install a newer Node.`;
}

function packageName() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  return `node-${platform}-${process.arch}`;
}
