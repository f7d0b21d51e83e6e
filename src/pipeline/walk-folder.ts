import { isUtf8 } from 'node:buffer';
import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { reasonOf } from '../model/extraction-error.ts';
import type { Problem } from '../model/problem.ts';

/** Something below a folder that cannot be looked into, and why. */
export interface Unreadable {
  readonly path: string;
  readonly problem: Problem;
}

/** What stands below a folder. */
export interface WalkedFolder {
  readonly files: readonly string[];
  readonly unreadable: readonly Unreadable[];
}

export interface WalkOptions {
  /** Whether a file, or a folder with all below it, is wanted, by its path from where the walk begins, with `/`. */
  readonly wants: (relative: string) => boolean;
  /** How many folders deep a wanted one may stand: 1 for those in the folder itself; `Infinity` for any. */
  readonly depth: number;
}

/** A folder on the way. */
interface Folder {
  readonly path: string;
  /** From where the walk begins, with `/`; '' there. */
  readonly relative: string;
  readonly depth: number;
  /** All below it is wanted. */
  readonly isWanted: boolean;
  /** A link led there. */
  readonly isLinked: boolean;
}

interface Walk extends WalkOptions {
  /** Folders met, by their real paths. */
  readonly met: Set<string>;
  readonly folders: Folder[];
  readonly links: Folder[];
  readonly files: string[];
  readonly unreadable: Unreadable[];
}

/**
 * Files below a folder, in no particular order. Hidden ones are passed over, and what is neither file nor folder.
 *
 * A link to a folder is followed after all else, and only to a folder that was not met yet: links in a circle come to
 * an end, and a file has the same path on every run.
 */
export async function walkFolder(root: string, options: WalkOptions): Promise<WalkedFolder> {
  const start: Folder = { path: root, relative: '', depth: 0, isWanted: false, isLinked: false };
  const walk: Walk = { ...options, met: new Set(), folders: [start], links: [], files: [], unreadable: [] };
  // Both lists grow while they are gone through.
  for (const list of [walk.folders, walk.links]) for (const folder of list) await visit(folder, walk);
  return { files: walk.files, unreadable: walk.unreadable };
}

async function visit(folder: Folder, walk: Walk): Promise<void> {
  for (const entry of await entriesOf(folder, walk)) {
    if (isUtf8(entry.name)) await takeUp(entry, folder, walk);
    else noteOddName(entry, folder, walk);
  }
}

/** In the order of their names: which link to a folder is followed must not hang on the file system's order. */
async function entriesOf(folder: Folder, { met, unreadable }: Walk): Promise<Dirent<Buffer>[]> {
  try {
    const real = await realpath(folder.path);
    if (met.has(real)) return [];
    met.add(real);
    const entries = await readdir(folder.path, { withFileTypes: true, encoding: 'buffer' });
    return entries.sort((left, right) => Buffer.compare(left.name, right.name));
  } catch (error) {
    unreadable.push({ path: folder.path, problem: folderUnreadable(error) });
    return [];
  }
}

async function takeUp(entry: Dirent<Buffer>, folder: Folder, walk: Walk): Promise<void> {
  const name = entry.name.toString();
  if (name.startsWith('.')) return;
  const relative = folder.relative === '' ? name : `${folder.relative}/${name}`;
  const isWanted = folder.isWanted || walk.wants(relative);
  const found = path.join(folder.path, name);
  const depth = folder.depth + 1;
  const kind = await kindOf(entry, found);
  if (kind === 'file' && isWanted) walk.files.push(found);
  if (kind !== 'folder' || (!isWanted && depth >= walk.depth)) return;
  const isLinked = folder.isLinked || entry.isSymbolicLink();
  (isLinked ? walk.links : walk.folders).push({ path: found, relative, depth, isWanted, isLinked });
}

/** A link is what it leads to; one that leads nowhere is a file, which cannot be read. */
async function kindOf(entry: Dirent<Buffer>, found: string): Promise<'file' | 'folder' | 'other'> {
  const target = entry.isSymbolicLink() ? await stat(found).catch(() => null) : entry;
  if (target === null || target.isFile()) return 'file';
  return target.isDirectory() ? 'folder' : 'other';
}

function folderUnreadable(error: unknown): Problem {
  return {
    code: 'folder-unreadable',
    message: `The folder cannot be read: ${reasonOf(error)}`,
    hint: 'Allow this user to enter and read it, and run the command again',
    stage: 'intake',
  };
}

/** Linux takes any bytes for a name; archives that were packed on a Chinese Windows leave names in GB 18030. */
function noteOddName(entry: Dirent<Buffer>, folder: Folder, walk: Walk): void {
  const guess = new TextDecoder('gb18030').decode(entry.name);
  const isWanted = folder.isWanted || walk.wants(`${folder.relative}/${guess}`.replace(/^\//, ''));
  const mayHoldWanted = entry.isDirectory() && folder.depth + 1 < walk.depth;
  if (!isWanted && !mayHoldWanted) return;
  const problem = {
    code: 'name-unreadable',
    message: `The name is not UTF-8 and cannot be opened; in GB 18030 it would be ${guess}`,
    hint: `Rename it, for example with: convmv -f gb18030 -t utf8 -r --notest ${folder.path}`,
    stage: 'intake',
  };
  walk.unreadable.push({ path: path.join(folder.path, guess), problem });
}
