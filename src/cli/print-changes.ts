import type { RecordChange, SaveResult } from '../index.ts';

/** Places and confidences behind the values: told by their number alone. */
const evidencePath = /^\/forms\/\d+\/evidence\//;

/** What saving a record changed in a database: each value with what it was and is now. */
export function printChanges({ outcome, changes }: SaveResult, database: string): string {
  const values = changes.filter(({ path }) => !evidencePath.test(path));
  const behind = changes.length - values.length;
  if (outcome === 'added') return `Added to ${database}: ${values.length} values.\n`;
  if (changes.length === 0) return `Unchanged in ${database}.\n`;
  const lines = values.map((change) => `  ${printChange(change)}`);
  const evidence = behind === 0 ? [] : [`  and ${behind} places, texts as read or confidences in the evidence`];
  return `${[`Replaced in ${database}, ${values.length} values differ:`, ...lines, ...evidence].join('\n')}\n`;
}

function printChange({ path, before, after }: RecordChange): string {
  return `${path}  ${printValue(before)} → ${printValue(after)}`;
}

function printValue(value: RecordChange['before']): string {
  return value === undefined ? '(none)' : JSON.stringify(value);
}
