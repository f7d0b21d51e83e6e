import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { layoutSchema } from '../../src/forms/layout.ts';
import { loadLayouts } from '../../src/forms/load-layouts.ts';
import { shijiazhuang } from './table-builder.ts';

const schemas = new URL('../../schemas/forms/', import.meta.url);

describe('the layouts that come with the program', () => {
  const names = readdirSync(schemas).sort();

  test('are all loaded, in the order of their names, each under its own id', async () => {
    const layouts = await loadLayouts();
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
});

describe('a folder of one’s own', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'layouts-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const write = (name: string, change: object = {}): void =>
    writeFileSync(path.join(folder, `${name}.json`), JSON.stringify({ ...shijiazhuang, id: name, ...change }));

  test('is read besides, other files left alone', async () => {
    write('a-first');
    writeFileSync(path.join(folder, 'notes.txt'), 'no layout');
    const layouts = await loadLayouts(folder);
    expect(layouts.map(({ id }) => id)).toStrictEqual(['a-first', ...(await loadLayouts()).map(({ id }) => id)]);
  });

  test('a layout there takes the place of the program’s with its id', async () => {
    write('ministry-2020', { titles: ['另一种自评表'] });
    const layouts = await loadLayouts(folder);
    expect(layouts).toHaveLength((await loadLayouts()).length);
    expect(layouts.find(({ id }) => id === 'ministry-2020')).toMatchObject({ titles: ['另一种自评表'] });
  });

  test.each([
    ['no-titles', { titles: [] }, /no-titles\.json is not valid: titles: /],
    ['misspelled', { sectoins: [] }, /misspelled\.json is not valid: .*sectoins/],
    ['bad-pattern', { leadIns: ['('] }, /leadIns\.0: expected a regular expression/],
    ['misnamed', { id: 'otherwise' }, /misnamed\.json has the id "otherwise"/],
  ])('an author’s mistake (%s) names the file, the place and what was expected', async (id, change, message) => {
    write(id, change);
    await expect(loadLayouts(folder)).rejects.toMatchObject({
      message: expect.stringMatching(message) as string,
      details: { code: 'layout-invalid', exitCode: 2 },
    });
  });

  test('without a layout, or not there, is told', async () => {
    const expected = { details: { code: 'layout-folder', exitCode: 2 } };
    await expect(loadLayouts(folder)).rejects.toMatchObject(expected);
    await expect(loadLayouts(path.join(folder, 'nowhere'))).rejects.toMatchObject({
      ...expected,
      message: expect.stringContaining('nowhere') as string,
    });
  });
});
