import path from 'node:path';
import type { Extraction } from '../model/record.ts';

/**
 * The path by which a database knows a file, with `/`: from the database's own folder for files below it, so that
 * both can be moved together and the folder in which a command is run does not matter; else the absolute path.
 */
export function archivePath(file: string, databaseFile: string): string {
  const absolute = path.resolve(file);
  const relative = path.relative(path.dirname(path.resolve(databaseFile)), absolute);
  const isBelow = !path.isAbsolute(relative) && relative.split(path.sep)[0] !== '..';
  return (isBelow ? relative : absolute).replaceAll(path.sep, '/');
}

/** A record with its document at the path by which the database knows it. */
export function atArchivePath(extraction: Extraction, databaseFile: string): Extraction {
  const { document } = extraction;
  return { ...extraction, document: { ...document, path: archivePath(document.path, databaseFile) } };
}
