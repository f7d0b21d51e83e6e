import { foldText } from '../text/fold.ts';
import type { IndicatorColumn } from './indicator-values.ts';
import { matchLabel } from './labels.ts';
import type { SectionOf } from './layout.ts';
import type { ColumnText } from './read-table.ts';
import { readValue } from './values.ts';

/**
 * What a row of the indicator table is:
 *
 * - `indicator`: it has a third level with a name, or a value, of its own;
 * - `nameless`: a weight or a reason stands in it, and no indicator;
 * - `rest`: of the row above, or of the template where nobody filled it in;
 * - `group`: one text that names a first level, perhaps with the sums of its rows;
 * - `execution`: one text beside the money table's marks (预算执行率得分 | 10 | 9.6);
 * - `sum`: one text beside what others add up to (产出指标小计);
 * - `text`: another text beside marks, or merged over columns that no indicator has in one cell.
 */
export type RowKind = 'indicator' | 'nameless' | 'rest' | 'group' | 'execution' | 'sum' | 'text';

export type IndicatorTexts = Partial<Record<IndicatorColumn, ColumnText>>;

/** A label of the execution may carry a note: 预算执行率（10分）. */
const minExecutionLabel = 0.95;

/** Tells the rows of an indicator table apart by what is below its headings. */
export function rowKinds(section: SectionOf<'indicators'>): (texts: IndicatorTexts) => RowKind {
  const { execution = [], subtotals = [] } = section;
  const usual = section.columns.find(({ column }) => column === 'level1')?.usual;
  const firstLevel = usual === undefined ? null : new RegExp(usual, 'u');
  const placeholders = section.placeholders.map((source) => new RegExp(source, 'u'));
  return (texts) => {
    const only = onlyText(texts);
    if (only === null) return kindByNames(texts, placeholders);
    const text = foldText(only.reading.text);
    if (subtotals.some((label) => text.endsWith(label))) return 'sum';
    if (isMarked(texts, only) && matchLabel(only.reading.text, execution) >= minExecutionLabel) return 'execution';
    return firstLevel?.test(text) === true ? 'group' : 'text';
  };
}

/** The cells of a row's words that begin there, each once. */
export function ownWords({ level1, level2, level3, target, actual }: IndicatorTexts): ColumnText[] {
  const own = [level1, level2, level3, target, actual].flatMap((text) => (text?.isOwn === true ? text : []));
  return own.filter((text, at) => own.findIndex(({ id }) => id === text.id) === at);
}

/** The one text of a row that names no indicator: in its first level beside marks, or merged over names and values. */
function onlyText(texts: IndicatorTexts): ColumnText | null {
  const [first, ...others] = ownWords(texts);
  if (first === undefined || others.length > 0) return null;
  const isMerged = texts.level3?.id === first.id && texts.target?.id === first.id;
  const isSummary = texts.level1?.id === first.id && isMarked(texts, first);
  return isMerged || isSummary ? first : null;
}

function isMarked({ weight, score }: IndicatorTexts, words: ColumnText): boolean {
  return [weight, score].some((text) => text?.isOwn === true && text.id !== words.id);
}

/**
 * A row is an indicator if a cell of it begins there (else it is a part of the row above), and its third level is
 * named, by more than the template's 指标1, or it has a value.
 */
function kindByNames(texts: IndicatorTexts, placeholders: RegExp[]): RowKind {
  const { level3, target, actual, score } = texts;
  const name = foldText(level3?.reading.text ?? '');
  const isPlaceholder = placeholders.some((pattern) => pattern.test(name));
  const values = [target, actual, score].filter((text) => !/^[-/]*$/.test(foldText(text?.reading.text ?? '')));
  const isOwn = [level3, target, actual, score].some((text) => text?.isOwn === true);
  if (isOwn && isPlaceholder && values.length > 0 && values.every(isStroke)) return 'nameless';
  if (isOwn && (values.length > 0 || (name !== '' && !isPlaceholder))) return 'indicator';
  return (isWeighted(texts) && !isPlaceholder) || isExplained(texts) ? 'nameless' : 'rest';
}

function isWeighted({ weight }: IndicatorTexts): boolean {
  return weight?.isOwn === true && readValue('score', weight.reading).value !== null;
}

function isExplained({ deviation }: IndicatorTexts): boolean {
  return deviation?.isOwn === true && !/^无?$/.test(readValue('text', deviation.reading).value ?? '');
}

/** Strokes of a pen or a seal are read as letters, with less certainty than this. */
const mostOfStroke = 0.9;

/** Whether what stands in a row of the template may be a stroke of a pen or a seal, or a speck. */
function isStroke(text: ColumnText | undefined): boolean {
  return text !== undefined && text.reading.confidence < mostOfStroke && !/\d/.test(text.reading.text);
}
