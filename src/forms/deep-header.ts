import { type FlowCell, type FlowRow, ownTexts } from './flow.ts';
import { matchLabel } from './labels.ts';

/** A header row, and the rows below it. */
export interface HeadedRows {
  readonly header: FlowRow;
  readonly body: readonly FlowRow[];
}

interface Labelled {
  readonly labels: readonly string[];
}

/** So much like a column's label a heading of the second row must be. */
const minHeading = 0.95;

/**
 * A header of two rows as one: where the row below a header parts headings of it into others (指标值 into 年度指标值 and
 * 实际完成值, 预算数 into 年初 and 全年), these take their place. Every text of that row must be such a heading.
 */
export function deepHeader({ header, body }: HeadedRows, columns: readonly Labelled[]): HeadedRows {
  const [second, ...rest] = body;
  if (second === undefined || header.kind === 'line' || second.block !== header.block) return { header, body };
  const texts = ownTexts(second);
  const parted = headingsOf(header).map((heading) => ({ heading, parts: partsOf(heading, texts, columns) }));
  const isAll = parted.reduce((count, { parts }) => count + parts.length, 0) === texts.length;
  const isParted = parted.some(({ parts }) => parts.length > 1) && parted.every(({ parts }) => parts.length !== 1);
  if (!isAll || !isParted) return { header, body };
  const replaced = parted.filter(({ parts }) => parts.length > 0);
  const kept = header.cells.filter(({ column }) =>
    replaced.every(({ heading }) => column < heading.column || column >= heading.end),
  );
  const cells = [...kept, ...replaced.flatMap(({ parts }) => parts)].sort((left, right) => left.column - right.column);
  return { header: { ...header, cells }, body: rest };
}

/** The header's texts with the columns that they stand over: in a dump, up to the next one. */
function headingsOf(header: FlowRow): FlowCell[] {
  const headings = ownTexts(header);
  if (header.kind === 'exact') return headings;
  return headings.map((cell, at) => ({ ...cell, end: headings[at + 1]?.column ?? Number.POSITIVE_INFINITY }));
}

/** The headings below one, called by the name under which a column is known; none where one of them is no heading. */
function partsOf(heading: FlowCell, texts: readonly FlowCell[], columns: readonly Labelled[]): FlowCell[] {
  const below = texts.filter((cell) => cell.column >= heading.column && cell.column < heading.end);
  const named = below.flatMap((cell): FlowCell[] => {
    const names = [cell.text, `${cell.text}${heading.text}`, `${heading.text}${cell.text}`];
    const name = names.find((text) => columns.some(({ labels }) => matchLabel(text, labels) >= minHeading));
    return name === undefined ? [] : [{ ...cell, text: name }];
  });
  return named.length === below.length ? named : [];
}
