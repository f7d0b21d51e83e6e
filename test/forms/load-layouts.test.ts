import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { layoutSchema } from '../../src/forms/layout.ts';
import { loadLayouts } from '../../src/forms/load-layouts.ts';
import { shijiazhuang } from './table-builder.ts';

const schemas = new URL('../../schemas/forms/', import.meta.url);

describe('the layouts that come with the program', () => {
  const names = readdirSync(schemas).sort();

  test('are all loaded, in the order of their names, each under its own id', async () => {
    const layouts = await loadLayouts(null);
    expect(layouts.map((layout) => `${layout.id}.json`)).toStrictEqual(names);
  });

  test.each(names)('%s names no label twice in one section', (name) => {
    const layout = layoutSchema.parse(JSON.parse(readFileSync(new URL(name, schemas), 'utf8')));
    for (const section of layout.sections) {
      const columns = 'columns' in section ? section.columns : 'fields' in section ? section.fields : [];
      const labels = columns.flatMap((column) => column.labels);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });

  test('come in the order asked for, as often as asked for', async () => {
    const layouts = await loadLayouts(['shijiazhuang-2019', 'ministry-2020', 'shijiazhuang-2019']);
    expect(layouts.map(({ id }) => id)).toStrictEqual(['shijiazhuang-2019', 'ministry-2020', 'shijiazhuang-2019']);
    await expect(loadLayouts([])).resolves.toStrictEqual([]);
  });

  test('one that is not there is named with those that are', async () => {
    await expect(loadLayouts(['shijiazhuang-2019', 'sichuan-2021'])).rejects.toMatchObject({
      message: expect.stringMatching(/sichuan-2021\.json$/) as string,
      details: {
        code: 'layout-missing',
        exitCode: 2,
        hint: expect.stringMatching(/ministry-2020, shijiazhuang-2019/) as string,
      },
    });
  });
});

describe('a folder of one’s own', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'layouts-'));
    const write = (name: string, change: object): void => {
      writeFileSync(path.join(folder, `${name}.json`), JSON.stringify({ ...shijiazhuang, id: name, ...change }));
    };
    write('good', {});
    write('no-titles', { titles: [] });
    write('misspelled', { sectoins: [] });
    write('bad-pattern', { leadIns: ['('] });
    writeFileSync(path.join(folder, 'notes.txt'), 'no layout');
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('is read instead', async () => {
    await expect(loadLayouts(['good'], folder)).resolves.toMatchObject([{ id: 'good', titles: shijiazhuang.titles }]);
  });

  test.each([
    ['no-titles', /no-titles\.json is not valid: titles: /],
    ['misspelled', /misspelled\.json is not valid: .*sectoins/],
    ['bad-pattern', /leadIns\.0: expected a regular expression/],
  ])('an author’s mistake (%s) names the file, the place and what was expected', async (id, message) => {
    await expect(loadLayouts([id], folder)).rejects.toMatchObject({
      message: expect.stringMatching(message) as string,
      details: { code: 'layout-invalid', exitCode: 2 },
    });
  });
});
