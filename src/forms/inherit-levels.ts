import { foldText } from '../text/fold.ts';
import type { IndicatorTexts } from './indicator-rows.ts';
import type { IndicatorColumn, IndicatorValues } from './indicator-values.ts';
import type { ColumnText, TableRow } from './read-table.ts';

/** How sure a first level is that stands only below the rows it is for. */
const lateLevelCertainty = 0.85;
/**
 * How sure a level is in a ruled row with a blank cell of its own, in a table that else merges or repeats its levels.
 */
const ownBlankCertainty = 0.8;

/**
 * The levels that hold in a row, given those of the row above; no surer than that the row has none of its own. A new
 * first level ends the second one's reach. `spanned` are those that the table prints in each row they hold for.
 */
export function inheritLevels(
  above: IndicatorTexts,
  { row, texts, certainties }: TableRow<IndicatorColumn>,
  spanned: ReadonlySet<string>,
): IndicatorTexts {
  const isNewGroup = texts.level1 !== undefined && !isSameLevel(texts.level1, above.level1);
  const inherited = (name: 'level1' | 'level2'): ColumnText | undefined => {
    const level = above[name];
    // A cell that a page break cut goes on blank.
    const isCut = level?.reading.place?.kind === 'page' && level.reading.place.page < row.page;
    const isOwnBlank = row.kind === 'exact' && spanned.has(name) && !isCut;
    const sure = Math.min(certainties.get(name) ?? 1, isOwnBlank ? ownBlankCertainty : 1);
    return level && { ...level, certainty: Math.min(level.certainty, sure) };
  };
  const level1 = texts.level1 ?? inherited('level1');
  const level2 = texts.level2 ?? (isNewGroup ? undefined : inherited('level2'));
  return { ...(level1 && { level1 }), ...(level2 && { level2 }) };
}

/** The same cell, or the same words printed again in every row. */
function isSameLevel(text: ColumnText, above: ColumnText | undefined): boolean {
  return text.id === above?.id || foldText(text.reading.text) === foldText(above?.reading.text ?? '');
}

/** Rows above the first first level belong to it: its cell began above and its text stands lower. */
export function withFirstLevel(rows: readonly IndicatorValues[]): IndicatorValues[] {
  const first = rows.find((row) => row.level1.value !== null);
  const at = rows.findIndex((row) => row.level1.value !== null);
  if (first === undefined) return [...rows];
  const level1 = { ...first.level1, certainty: lateLevelCertainty };
  const level1Weight = { ...first.level1Weight, certainty: lateLevelCertainty };
  return rows.map((row, index) => (index < at ? { ...row, level1, level1Weight } : row));
}

/** The levels that a table prints in each row that they hold for: in merged cells, or again. */
export function spannedLevels(rows: readonly TableRow<IndicatorColumn>[]): ReadonlySet<'level1' | 'level2'> {
  const isSpanned = (name: 'level1' | 'level2'): boolean =>
    rows.some(({ texts }, at) => {
      const text = texts[name];
      return text !== undefined && (!text.isOwn || isSameLevel(text, rows[at - 1]?.texts[name]));
    });
  return new Set((['level1', 'level2'] as const).filter(isSpanned));
}
