import path from 'node:path';
import type { Tally } from '../index.ts';
import { labelled } from './wrap.ts';
import { readingWidth } from './terminal.ts';

/** What documents hold, a line for each thing. */
export function printTally({ documents, findings, ...tally }: Tally): string {
  const lines: readonly (readonly [string, string])[] = [
    [
      'documents',
      listed([
        [documents.added, 'added'],
        [documents.replaced, 'replaced'],
        [documents.unchanged, 'unchanged'],
        [documents.failed, 'without a form'],
        [documents.copy, 'the same as another'],
      ]),
    ],
    ['pages', String(tally.pages)],
    ['forms', String(tally.forms)],
    ['fields', String(tally.values)],
    ['needs review', tally.needsReview === 0 ? 'nothing' : counted(tally.needsReview, 'field')],
    [
      'findings',
      listed([
        [findings.error, findings.error === 1 ? 'error' : 'errors'],
        [findings.warning, findings.warning === 1 ? 'warning' : 'warnings'],
        [findings.info, 'for information'],
      ]),
    ],
    ['problems', tally.problems === 0 ? 'none' : String(tally.problems)],
  ];
  const columns = { indent: 14, width: readingWidth() };
  return lines.map(([label, text]) => `${labelled(label, text, columns)}\n`).join('');
}

/** How many files were skipped, by the ends of their names. */
export function describeSkipped(files: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const file of files) {
    const extension = path.extname(file).toLowerCase();
    counts.set(extension, (counts.get(extension) ?? 0) + 1);
  }
  const kinds = [...counts].sort(([left, many], [right, more]) => more - many || (left < right ? -1 : 1));
  const list = kinds.map(([extension, count]) => `${count} ${extension === '' ? 'without an ending' : extension}`);
  return `Skipped ${counted(files.length, 'file')} of other kinds: ${list.join(', ')}. Name a file itself to have it read.`;
}

function listed(counts: readonly (readonly [number, string])[]): string {
  const parts = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return parts.length === 0 ? 'none' : parts.join(', ');
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
