import type { Layout } from '../forms/layout.ts';
import { ExtractionError, exitCodes } from '../model/extraction-error.ts';

/** The layout with this id. @throws ExtractionError `layout-missing`, which lists those that there are */
export function findLayout(layouts: readonly Layout[], id: string): Layout {
  const layout = layouts.find((candidate) => candidate.id === id);
  if (layout !== undefined) return layout;
  throw new ExtractionError(`There is no layout "${id}"`, {
    code: 'layout-missing',
    exitCode: exitCodes.usage,
    hint: `Layouts there are: ${layouts.map((known) => known.id).join(', ')}; name a folder with others with --layouts`,
  });
}
