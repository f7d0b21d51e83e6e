import { fundCosts, unknownColumnCost } from './column-costs.ts';
import { type Header, type HeadedColumn, placesOf } from './columns.ts';
import type { TableModel } from './fit-rows.ts';
import { type FlowRow, ownTexts } from './flow.ts';
import { fundLabels } from './fund-labels.ts';
import type { SectionOf } from './layout.ts';

/** One place of a money table's row: a row label's, or one below a heading. */
interface FundPlace {
  readonly name: string | null;
  readonly kind: 'label' | 'value' | 'unknown';
}

/**
 * The places of the money table of a dump. Where row labels are repeated before each value, each quantity's heading
 * stands above a label and a value, even where the header was printed without the blank between; else one label stands
 * before all headings.
 */
export function fundModel(
  header: Header<string>,
  body: readonly FlowRow[],
  section: SectionOf<'funds'>,
): TableModel<string> {
  const isRepeated = body.some((row) => hasSeveralLabels(row, section));
  const places = isRepeated ? repeatedLabels(header, section) : labelsFirst(header);
  const { inRow, beginsRow } = fundCosts(section);
  const costs = inRow([]);
  const cost = (at: number, text: string): number => {
    const { name, kind } = places[at] ?? { name: null, kind: 'unknown' };
    if (name !== null) return costs.text(name, text);
    return kind === 'label' ? costs.lead(text) : unknownColumnCost;
  };
  return {
    places: places.map(({ name }) => name),
    costsOf: () => ({ cost, blankCost: costs.blank, isName: (text) => costs.lead(text) === 0 }),
    beginsRow,
  };
}

/** Whether a row has labels with something between them; side by side they are one, merged and printed twice. */
function hasSeveralLabels(row: FlowRow, section: SectionOf<'funds'>): boolean {
  const texts = ownTexts(row);
  const labels = fundLabels(row, section).map(({ cell }) => texts.indexOf(cell));
  return labels.some((at, index) => index > 0 && at > (labels[index - 1] ?? 0) + 1);
}

function labelsFirst(header: Header<string>): FundPlace[] {
  const { names, first } = placesOf(header);
  return names.map((name, at): FundPlace => {
    if (name !== null) return { name, kind: 'value' };
    return { name, kind: at < first ? 'label' : 'unknown' };
  });
}

function repeatedLabels(header: Header<string>, section: SectionOf<'funds'>): FundPlace[] {
  const quantities = new Set<string>(section.columns.map(({ quantity }) => quantity));
  const places = labelsFirst(header);
  const widened = (column: HeadedColumn<string>): FundPlace[] => {
    const values = places.filter(({ name }) => name === column.name);
    if (!quantities.has(column.name)) return values;
    return [{ name: null, kind: 'label' }, ...(values.length > 1 ? values.slice(1) : values)];
  };
  return places.flatMap((place, at) => {
    const column = header.columns.find(({ name }) => name === place.name);
    if (column === undefined) return [place];
    return column.from === at ? widened(column) : [];
  });
}
