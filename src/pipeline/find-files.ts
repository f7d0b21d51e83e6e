import type { Stats } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { sniff, sniffedBytes } from '../inputs/formats.ts';
import { ExtractionError, exitCodes } from '../model/extraction-error.ts';

/** The files that a command is about. Paths as they were given, with `/`, sorted by code unit, each file once. */
export interface FoundFiles {
  readonly documents: readonly string[];
  /** Files met below a folder or by a pattern that are no documents. */
  readonly skipped: readonly string[];
}

/** Names that promise a document: such a file is one whatever it holds, so that a damaged one is not passed over. */
const documentNames = /\.(pdf|txt|tsv)$/i;

/** Plain text has no mark of its own; names such as these say that a text is something else. */
const otherTextNames = /\.(c?js|mjs|ts|json|jsonl|ndjson|md|x?html?|xml|css|py|sh|sql|log|ini|toml|ya?ml)$/i;

/** Databases, and what SQLite keeps beside them. */
const databaseNames = /\.db(-wal|-shm|-journal)?$/i;

/**
 * The documents that `patterns` name: files, folders with all below them, and globs.
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
  for (const pattern of patterns) {
    const found = await matchPattern(pattern);
    for (const file of found.documents) documents.set(path.resolve(file), file);
    for (const file of found.skipped) skipped.set(path.resolve(file), file);
  }
  for (const file of documents.keys()) skipped.delete(file);
  return { documents: sorted(documents.values()), skipped: sorted(skipped.values()) };
}

async function matchPattern(pattern: string): Promise<FoundFiles> {
  const stats = await statOrNull(pattern);
  if (stats !== null && !stats.isDirectory()) return { documents: [displayed(pattern)], skipped: [] };
  if (stats === null && !isDynamicPattern(pattern)) throw missingPath(pattern);
  const files = stats === null ? await matchGlob(pattern) : await filesBelow(pattern);
  const documents: string[] = [];
  const skipped: string[] = [];
  for (const file of files) {
    if (!databaseNames.test(file)) ((await isDocument(file)) ? documents : skipped).push(file);
  }
  if (documents.length === 0) throw nothingFound(pattern, skipped.length);
  return { documents, skipped };
}

async function matchGlob(pattern: string): Promise<string[]> {
  const files = await glob(pattern, { absolute: path.isAbsolute(pattern) });
  return files.map(displayed);
}

async function filesBelow(folder: string): Promise<string[]> {
  const files = await glob('**/*', { cwd: folder });
  return files.map((file) => displayed(path.join(folder, file)));
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

async function statOrNull(file: string): Promise<Stats | null> {
  try {
    return await stat(file);
  } catch {
    return null;
  }
}

function displayed(file: string): string {
  return path.normalize(file).replaceAll(path.sep, '/');
}

function sorted(files: Iterable<string>): string[] {
  return [...files].sort();
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
