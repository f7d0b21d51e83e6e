import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import picomatch from 'picomatch';
import { sniff, sniffedBytes } from '../inputs/formats.ts';
import { ExtractionError, exitCodes } from '../model/extraction-error.ts';
import { type Unreadable, type WalkedFolder, walkFolder } from './walk-folder.ts';

/** The files that a command is about. Paths as they were given, with `/`, sorted by code unit, each file once. */
export interface FoundFiles {
  readonly documents: readonly string[];
  /** Files met below a folder or by a pattern that are no documents. */
  readonly skipped: readonly string[];
  /** Folders and names met there that cannot be looked into. */
  readonly unreadable: readonly Unreadable[];
}

/** Names that promise a document: such a file is one whatever it holds, so that a damaged one is not passed over. */
const documentNames = /\.(pdf|txt|tsv)$/i;

/** Plain text has no mark of its own; names such as these say that a text is something else. */
const otherTextNames = /\.(c?js|mjs|ts|json|jsonl|ndjson|md|x?html?|xml|css|py|sh|sql|log|ini|toml|ya?ml)$/i;

/** Databases, and what SQLite keeps beside them. */
const databaseNames = /\.db(-wal|-shm|-journal)?$/i;

/**
 * The documents that `patterns` name: files, folders with all below them, and globs, which may match either.
 *
 * 1. A file that is named itself is a document, whatever it is.
 * 2. What stands below a folder or matches a glob is a document when its name promises one, or its content is of a
 *    format that can be read; plain text that is named as another kind of text is none, and skipped.
 * 3. Hidden files and databases are passed over without a word.
 *
 * @throws ExtractionError `path-missing`, or `no-documents` where a folder or glob has none
 */
export async function findFiles(patterns: readonly string[]): Promise<FoundFiles> {
  const documents = new Map<string, string>();
  const skipped = new Map<string, string>();
  const unreadable = new Map<string, Unreadable>();
  for (const pattern of patterns) {
    const found = await matchPattern(pattern);
    for (const file of found.documents) documents.set(path.resolve(file), file);
    for (const file of found.skipped) skipped.set(path.resolve(file), file);
    for (const place of found.unreadable) unreadable.set(path.resolve(place.path), place);
  }
  for (const file of documents.keys()) skipped.delete(file);
  return {
    documents: [...documents.values()].sort(),
    skipped: [...skipped.values()].sort(),
    unreadable: [...unreadable.values()].sort((left, right) => (left.path < right.path ? -1 : 1)),
  };
}

async function matchPattern(pattern: string): Promise<FoundFiles> {
  const kind = await kindOf(pattern);
  if (kind === 'file') return { documents: [displayed(pattern)], skipped: [], unreadable: [] };
  const glob = picomatch.scan(pattern);
  if (kind === null && !glob.isGlob) throw missingPath(pattern);
  const walked = kind === 'folder' ? await walkFolder(pattern, everything) : await walkGlob(glob);
  const documents: string[] = [];
  const skipped: string[] = [];
  for (const file of walked.files.map(displayed)) {
    if (!databaseNames.test(file)) ((await isDocument(file)) ? documents : skipped).push(file);
  }
  const unreadable = walked.unreadable.map((place) => ({ ...place, path: displayed(place.path) }));
  if (documents.length + unreadable.length === 0) throw nothingFound(pattern, skipped.length);
  return { documents, skipped, unreadable };
}

const everything = { wants: () => true, depth: Number.POSITIVE_INFINITY };

/** Only as deep as the glob reaches: `*.pdf` looks into no folder below. */
async function walkGlob({ base, glob }: { readonly base: string; readonly glob: string }): Promise<WalkedFolder> {
  const folder = base === '' ? '.' : base;
  if ((await kindOf(folder)) !== 'folder') return { files: [], unreadable: [] };
  const depth = /\*\*|[({]/.test(glob) ? Number.POSITIVE_INFINITY : glob.split('/').length;
  return walkFolder(folder, { wants: picomatch(glob), depth });
}

async function isDocument(file: string): Promise<boolean> {
  if (documentNames.test(file)) return true;
  const format = sniff(await readHead(file));
  return format !== null && !(format.mediaType === 'text/plain' && otherTextNames.test(file));
}

/** The first bytes of a file; none where it cannot be read. */
async function readHead(file: string): Promise<Uint8Array> {
  try {
    await using handle = await open(file);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(sniffedBytes), 0, sniffedBytes, 0);
    return buffer.subarray(0, bytesRead);
  } catch {
    return new Uint8Array();
  }
}

/** `null` where there is nothing; what is there and cannot be looked at is a file, which reading will complain of. */
async function kindOf(place: string): Promise<'file' | 'folder' | null> {
  try {
    return (await stat(place)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    return code === 'ENOENT' || code === 'ENOTDIR' ? null : 'file';
  }
}

function displayed(file: string): string {
  return path.normalize(file).replaceAll(path.sep, '/');
}

function missingPath(pattern: string): ExtractionError {
  return new ExtractionError(`There is no file or folder ${pattern}`, {
    code: 'path-missing',
    exitCode: exitCodes.nothingRead,
    hint: `Check the spelling; relative paths start in ${process.cwd()}`,
  });
}

function nothingFound(pattern: string, skipped: number): ExtractionError {
  const others = skipped === 0 ? '' : `, only ${skipped} files of other kinds`;
  return new ExtractionError(`No document is found at ${pattern}${others}`, {
    code: 'no-documents',
    exitCode: exitCodes.nothingRead,
    hint: 'Name the files themselves to have them read whatever they are, or another folder or pattern',
  });
}
