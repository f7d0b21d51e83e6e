import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { inputFormats, sniff } from '../inputs/formats.ts';
import { ExtractionError, exitCodes, reasonOf } from '../model/extraction-error.ts';
import { defineStage } from './stage.ts';

/** A document's bytes, what they are, and the hash that names them. */
export interface Intake {
  readonly path: string;
  /** Of the bytes, in lower-case hexadecimal. */
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

const options = z
  .strictObject({
    maxBytes: z
      .int()
      .positive()
      .default(512 * 1024 * 1024)
      .describe('Larger files are refused unread'),
  })
  .readonly();

/**
 * Reads a file, hashes it, and tells its format by its content, whatever its name.
 * Throws ExtractionError `file-unreadable`, `file-empty`, `file-too-large` or `format-unknown`.
 */
export const intakeStage = defineStage({
  name: 'intake',
  options,
  run: async (path: string, { maxBytes }): Promise<Intake> => {
    const bytes = await readWhole(path, maxBytes);
    const format = sniff(bytes);
    if (format === null) throw unknownFormat(bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { path, sha256, mediaType: format.mediaType, bytes };
  },
});

const refused = { exitCode: exitCodes.nothingRead, stage: 'intake' } as const;

async function readWhole(path: string, maxBytes: number): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    const about = await stat(path);
    if (!about.isFile()) throw noFile(path, about.isDirectory());
    if (about.size > maxBytes) throw tooLarge(about.size, maxBytes);
    bytes = await readFile(path);
  } catch (cause) {
    if (cause instanceof ExtractionError) throw cause;
    throw unreadable(reasonOf(cause), hintOf(cause), cause);
  }
  if (bytes.length > 0) return bytes;
  throw new ExtractionError('The file is empty', { ...refused, code: 'file-empty', hint: 'Fetch the file again' });
}

function unreadable(reason: string, hint: string, cause?: unknown): ExtractionError {
  return new ExtractionError(`The file cannot be read: ${reason}`, {
    ...refused,
    code: 'file-unreadable',
    hint,
    cause,
  });
}

function hintOf(cause: unknown): string {
  const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
  if (isMissing) return `Check the path; where it is relative, it starts in ${process.cwd()}`;
  return 'Check the path and that you may read the file';
}

function noFile(path: string, isFolder: boolean): ExtractionError {
  if (isFolder) return unreadable('it is a folder', `Read all documents below it with: ziping ingest ${path}`);
  return unreadable('it is no regular file', 'Save its content in a file, and name that');
}

function tooLarge(size: number, maxBytes: number): ExtractionError {
  return new ExtractionError(`The file has ${size} bytes, at most ${maxBytes} are read`, {
    ...refused,
    code: 'file-too-large',
    hint: 'Split the file, or raise maxBytes of the stage "intake" in the pipeline',
  });
}

function unknownFormat(bytes: Uint8Array): ExtractionError {
  const start = Buffer.from(bytes.subarray(0, 8)).toString('hex').replace(/../g, '$& ').trim();
  const known = inputFormats.map((format) => format.name).join(', ');
  return new ExtractionError(`The file is of no format that can be read: it begins with ${start}`, {
    ...refused,
    code: 'format-unknown',
    hint: `Formats that can be read: ${known}; convert the file to one of them`,
  });
}
