/**
 * Runs the built program with the code that V8 compiled in an earlier run: parsing and compiling would take as long as
 * reading a page. Node's own cache (module.enableCompileCache) keeps what is compiled when a file is loaded, which is
 * little; this keeps what a run has used, at its end.
 *
 * The files are kept in the user's own cache folder, since what others can write there would be run; one that was made
 * from another file or by another Node is not used. Where the folder cannot be written, all is compiled each time.
 */
import { isAscii } from 'node:buffer';
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { cachedDataVersionTag } from 'node:v8';
import { constants, Script } from 'node:vm';

/**
 * A loaded file.
 * @typedef {object} Part
 * @property {{ exports: unknown }} own its `module`
 * @property {Script} script
 * @property {string} kept where its compiled code is kept
 * @property {Buffer} mark what the kept code begins with
 * @property {boolean} isCompiled whether it was there
 */

/** @type {Map<string, Part>} By path. */
const parts = new Map();

/**
 * Runs a CommonJS file and those beside it that it requires.
 * @param {string} file an absolute path
 * @returns {void}
 */
export function runWithKeptCode(file) {
  process.once('exit', keepCode);
  load(file);
}

/**
 * @param {string} file
 * @returns {unknown} what it exports
 */
function load(file) {
  const known = parts.get(file);
  if (known !== undefined) return known.own.exports;
  const source = readFileSync(file);
  const kept = join(cacheFolder(), 'ziping', 'code', `${hash('sha1', file)}-${basename(file)}`);
  const mark = Buffer.from(hash('sha256', source) + cachedDataVersionTag().toString(16).padStart(8, '0'));
  const cachedData = readKept(kept, mark);
  const wrapped = `(function (exports, require, module, __filename, __dirname) { ${textOf(source)}\n})`;
  const script = new Script(wrapped, {
    filename: file,
    ...(cachedData === null ? {} : { cachedData }),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const own = { exports: {} };
  const isCompiled = cachedData !== null && script.cachedDataRejected !== true;
  parts.set(file, { own, script, kept, mark, isCompiled });
  /** @type {unknown} */
  const run = script.runInThisContext();
  if (typeof run !== 'function') throw new TypeError(`${file} is no module`);
  Reflect.apply(run, own.exports, [own.exports, requireFrom(file), own, file, dirname(file)]);
  return own.exports;
}

/**
 * The build writes ASCII, which is quick to read; should it not be, it is read all the same.
 * @param {Buffer} source
 */
function textOf(source) {
  return isAscii(source) ? source.toString('latin1') : source.toString('utf8');
}

/**
 * @param {string} file
 * @returns {(id: string) => unknown} its `require`
 */
function requireFrom(file) {
  const require = createRequire(file);
  /**
   * @param {string} id
   * @returns {unknown}
   */
  const requirePart = (id) => (id.startsWith('./') ? load(join(dirname(file), id)) : require(id));
  return Object.assign(requirePart, { resolve: require.resolve });
}

/**
 * @param {string} kept
 * @param {Buffer} mark
 * @returns {Buffer | null}
 */
function readKept(kept, mark) {
  try {
    const data = readFileSync(kept);
    return data.subarray(0, mark.length).equals(mark) ? data.subarray(mark.length) : null;
  } catch {
    return null;
  }
}

/** Where one part had to be compiled, all are kept anew: a run that uses more parts has also used more of each. */
function keepCode() {
  const all = [...parts.values()];
  if (all.every(({ isCompiled }) => isCompiled)) return;
  try {
    for (const { script, kept, mark } of all) {
      mkdirSync(dirname(kept), { recursive: true, mode: 0o700 });
      const unfinished = `${kept}.${process.pid}`;
      writeFileSync(unfinished, Buffer.concat([mark, script.createCachedData()]));
      renameSync(unfinished, kept);
    }
  } catch {
    // The next run compiles, as this one did.
  }
}

function cacheFolder() {
  if (process.platform === 'win32') return process.env['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  return process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
}
