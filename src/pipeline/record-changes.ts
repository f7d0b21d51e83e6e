import { jsonPointer } from '../model/json-pointer.ts';
import type { Extraction } from '../model/record.ts';

/** One value that differs between two records; `undefined` where a record has no such place. */
export interface RecordChange {
  /** JSON pointer into the record: `/forms/0/funds/0/executed`. */
  readonly path: string;
  readonly before: string | number | boolean | null | undefined;
  readonly after: string | number | boolean | null | undefined;
}

type Leaf = RecordChange['before'];

/**
 * What differs between two records of a document, value by value in the order of their places; everything is new
 * where there was none. The document's path is no part of what it says, and left out.
 */
export function recordChanges(before: Extraction | null, after: Extraction): readonly RecordChange[] {
  const old = before === null ? new Map<string, Leaf>() : leavesOf(before);
  const now = leavesOf(after);
  const paths = new Set([...now.keys(), ...old.keys()]);
  return [...paths]
    .map((path) => ({ path, before: old.get(path), after: now.get(path) }))
    .filter((change) => change.path !== '/document/path' && change.before !== change.after);
}

function leavesOf(value: unknown): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  collect(value, '', leaves);
  return leaves;
}

function collect(value: unknown, path: string, leaves: Map<string, Leaf>): void {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    leaves.set(path, value);
  } else if (typeof value === 'object') {
    for (const [key, member] of Object.entries(value)) collect(member, path + jsonPointer([key]), leaves);
  }
}
