import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ExtractionError, exitCodes, reasonOf } from '../model/extraction-error.ts';
import { parseConfig } from '../text/parse-config.ts';
import { type Layout, layoutSchema } from './layout.ts';

/** The layouts that come with the program. */
const ownFolder = fileURLToPath(new URL('../../schemas/forms/', import.meta.url));

/**
 * The layouts that come with the program; with a folder, also those of its JSON files, of which one takes the place of
 * the program's with the same id. Ordered by id.
 *
 * @throws ExtractionError `layout-folder` where the folder has none, `layout-invalid` with file, path and what was
 * expected
 */
export async function loadLayouts(folder: string | null = null): Promise<readonly Layout[]> {
  const layouts = await layoutsOf(ownFolder);
  const others = folder === null ? [] : await layoutsOf(folder);
  const byId = new Map([...layouts, ...others].map((layout) => [layout.id, layout]));
  return [...byId.values()].sort((left, right) => (left.id < right.id ? -1 : 1));
}

async function layoutsOf(folder: string): Promise<Layout[]> {
  const names = (await namesIn(folder)).filter((name) => name.endsWith('.json'));
  if (names.length > 0) return Promise.all(names.map((name) => loadLayout(path.join(folder, name))));
  throw noLayouts(folder, 'has no .json file');
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    throw noLayouts(folder, `cannot be read: ${reasonOf(cause)}`);
  }
}

async function loadLayout(file: string): Promise<Layout> {
  const layout = parseConfig(await readFile(file, 'utf8'), { schema: layoutSchema, file, what: 'layout' });
  if (`${layout.id}.json` === path.basename(file)) return layout;
  throw new ExtractionError(`The layout ${file} has the id "${layout.id}"`, {
    code: 'layout-invalid',
    exitCode: exitCodes.usage,
    hint: `A layout is found by its file's name: call the file ${layout.id}.json, or change the id`,
  });
}

function noLayouts(folder: string, reason: string): ExtractionError {
  return new ExtractionError(`The folder of layouts ${folder} ${reason}`, {
    code: 'layout-folder',
    exitCode: exitCodes.usage,
    hint: 'Name a folder of layout files; schemas/layout.schema.json describes one, CONTRIBUTING.md how to add one',
  });
}
