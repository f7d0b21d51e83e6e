import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ExtractionError, exitCodes } from '../model/extraction-error.ts';
import { parseConfig } from '../text/parse-config.ts';
import { type Layout, layoutSchema } from './layout.ts';

/** The layouts that come with the program. */
const layoutFolder = fileURLToPath(new URL('../../schemas/forms/', import.meta.url));

/**
 * The layouts of a folder in the order of `ids`; where that is `null`, all, in the order of their file names.
 *
 * @throws ExtractionError `layout-invalid` with file, path and what was expected, or `layout-missing`.
 */
export async function loadLayouts(ids: readonly string[] | null, folder = layoutFolder): Promise<Layout[]> {
  const found = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const names = ids?.map((id) => `${id}.json`) ?? found;
  const missing = names.find((name) => !found.includes(name));
  if (missing !== undefined) {
    throw new ExtractionError(`There is no layout ${path.join(folder, missing)}`, {
      code: 'layout-missing',
      exitCode: exitCodes.usage,
      hint: `Layouts there are: ${found.map((name) => path.basename(name, '.json')).join(', ')}`,
    });
  }
  return Promise.all(names.map((name) => loadLayout(path.join(folder, name))));
}

/** Layouts do not change while the program runs, and every document needs them. */
const loaded = new Map<string, Promise<Layout>>();

function loadLayout(file: string): Promise<Layout> {
  const known = loaded.get(file);
  if (known !== undefined) return known;
  const layout = readFile(file, 'utf8').then((text) =>
    parseConfig(text, { schema: layoutSchema, file, what: 'layout' }),
  );
  loaded.set(file, layout);
  return layout;
}
