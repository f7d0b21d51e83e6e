import { foldText } from '../text/fold.ts';
import { type FlowCell, type FlowRow, ownTexts } from './flow.ts';
import { certaintyOf, matchLabel } from './labels.ts';
import { formFields, type Layout } from './layout.ts';
import { partOfReading } from './part-of-reading.ts';
import type { FieldValues } from './read-fields.ts';
import { readValue } from './values.ts';
import type { Reading } from '../model/table.ts';

type MarginField = Layout['margins'][number];

/** A label in a line and the text behind it, up to the next label. */
interface LabelledText {
  readonly margin: MarginField;
  readonly similarity: number;
  readonly value: Reading;
}

/**
 * Reads the labels above and below the table (填报单位: …  金额单位: …). A value stands behind its label in the same
 * run, or in the next run of the row, or, where it is known what it must look like, alone on the next line.
 */
export function readMargins(rows: readonly FlowRow[], margins: Layout['margins']): FieldValues {
  const values: FieldValues = {};
  const found = rows.flatMap((row, index) => labelledInRow(row, rows[index + 1], margins));
  for (const { margin, similarity, value } of found) {
    const { field, pattern } = margin;
    if (field === null || values[field] !== undefined || value.text === '' || !isLike(value, pattern ?? '')) continue;
    values[field] = readValue(formFields[field], value, certaintyOf(similarity));
  }
  return values;
}

/** The labels of a row, each with its value behind it, in the next run, or on the next line. */
function labelledInRow(row: FlowRow, next: FlowRow | undefined, margins: Layout['margins']): LabelledText[] {
  const runs = ownTexts(row);
  const below = row.kind === 'line' ? loneText(next) : undefined;
  return runs.flatMap((run, at) =>
    labelledTexts(run, margins).map((labelled) => {
      const lone = below !== undefined && isLike(below, labelled.margin.alone) ? below : undefined;
      const follower = unlabelled(runs[at + 1] ?? lone, margins);
      return labelled.value.text === '' && follower !== undefined ? { ...labelled, value: follower } : labelled;
    }),
  );
}

/** The labels in one run, each with its text. Exact labels are found anywhere, damaged ones before the first colon. */
function labelledTexts(run: FlowCell, margins: Layout['margins']): LabelledText[] {
  const found = margins
    .flatMap((margin) => margin.labels.map((label) => ({ margin, match: labelPattern(label).exec(run.text) })))
    .flatMap(({ margin, match }) =>
      match === null ? [] : [{ margin, from: match.index, to: match.index + match[0].length }],
    )
    .sort((a, b) => a.from - b.from || b.to - a.to);
  const kept = found.filter((entry, index) => !found.some((other, at) => at < index && other.to >= entry.to));
  if (kept.length === 0) return damagedLabel(run, margins);
  return kept.map((entry, index) => ({
    margin: entry.margin,
    similarity: 1,
    value: withoutBracket(partOfReading(run, entry.to, kept[index + 1]?.from ?? run.text.length)),
  }));
}

/** A value without the bracket that closes around it and its label: （单位：万元）. */
function withoutBracket(value: Reading): Reading {
  const isUnopened = /[)）]$/.test(value.text) && !/[(（]/.test(value.text);
  return isUnopened ? partOfReading(value, 0, value.text.length - 1) : value;
}

function damagedLabel(run: FlowCell, margins: Layout['margins']): LabelledText[] {
  const colon = run.text.search(/[:：]/);
  const before = run.text.slice(0, Math.max(0, colon));
  return margins.flatMap((margin) => {
    const similarity = matchLabel(before, margin.labels);
    return similarity > 0 ? [{ margin, similarity, value: partOfReading(run, colon + 1, run.text.length) }] : [];
  });
}

const patterns = new Map<string, RegExp>();

/** A label with stray spaces, either width of brackets, a note in brackets (盖章), and a colon; or alone. */
function labelPattern(label: string): RegExp {
  const known = patterns.get(label);
  if (known !== undefined) return known;
  const letters = [...label].map((letter) => {
    if (letter === '(') return '[(（]';
    if (letter === ')') return '[)）]';
    return letter.replace(/[.*+?^${}|[\]\\]/g, '\\$&');
  });
  const pattern = new RegExp(`${letters.join('\\s*')}\\s*(?:[(（][^()（）:：]*[)）]\\s*)?(?:[:：]\\s*|$)`, 'u');
  patterns.set(label, pattern);
  return pattern;
}

/** The only run of a line outside tables. */
function loneText(row: FlowRow | undefined): FlowCell | undefined {
  const texts = row?.kind === 'line' ? ownTexts(row) : [];
  return texts.length === 1 ? texts[0] : undefined;
}

function unlabelled(cell: FlowCell | undefined, margins: Layout['margins']): FlowCell | undefined {
  return cell === undefined || labelledTexts(cell, margins).length > 0 ? undefined : cell;
}

function isLike(source: Reading, pattern: string | undefined): boolean {
  return pattern !== undefined && new RegExp(pattern, 'u').test(foldText(source.text));
}
