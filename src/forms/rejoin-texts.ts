import { foldText } from '../text/fold.ts';
import { isPageMark } from '../text/page-mark.ts';
import type { FlowRow } from './flow.ts';
import { matchLabel } from './labels.ts';
import type { Layout } from './layout.ts';
import { goesOn, joinRows } from './rejoin-rows.ts';
import { titleSimilarity } from './title.ts';

/** A word and a colon, as labels are that no layout lists: 单位负责人：. */
const labelled = /^[^:：，。；]{1,10}[:：]/;
/** What follows without a tab may be the next thing on the page. */
const loneLineConfidence = 0.85;

/**
 * The rows of a section of labels and texts, each with the lines it goes on in: in a dump whose cells were broken over
 * lines, a line right behind a text that begins with no label is the rest of it.
 */
export function rejoinTexts(rows: readonly FlowRow[], layout: Layout): readonly FlowRow[] {
  if (rows[0]?.kind !== 'implied') return rows;
  const labels = layoutLabels(layout);
  const isText = (text: string): boolean =>
    matchLabel(text, labels) === 0 && !labelled.test(text) && !isPageMark(text) && titleSimilarity(text, layout) === 0;
  const joined: FlowRow[] = [];
  for (const row of rows) {
    const above = joined.at(-1);
    const isRest = goesOn(above, row) && isText(row.cells[0]?.text ?? '') && isText(above?.cells.at(-1)?.text ?? '');
    if (above === undefined || !isRest) joined.push(row);
    else joined.splice(-1, 1, joinRows([above, row], row.kind === 'line' ? loneLineConfidence : 1));
  }
  return joined;
}

/** Whether a text is a part of the form's own print: a title, or the name of a section, as a whole or cut. */
export function isOwnPrint(text: string, layout: Layout): boolean {
  const folded = foldText(text);
  const headings = layout.sections.flatMap(({ heading }) => heading ?? []);
  return titleSimilarity(text, layout) > 0 || headings.some((heading) => foldText(heading).includes(folded));
}

/** Every label that a form of the layout prints. */
function layoutLabels({ sections, margins }: Layout): string[] {
  const ofSections = sections.flatMap((section) => {
    const fields = section.read === 'fields' ? section.fields : [];
    const columns = 'columns' in section ? section.columns : [];
    return [...(section.heading ?? []), ...[...fields, ...columns].flatMap(({ labels }) => labels)];
  });
  return [...ofSections, ...margins.flatMap(({ labels }) => labels)];
}
