import { describe, expect, it } from 'vitest';
import { temporaryArchive } from '../temporary-archive.ts';

const columnsOfAll = `
SELECT list.name AS table_name, columns.name AS column_name
FROM pragma_table_list AS list, pragma_table_xinfo(list.name) AS columns
WHERE list.schema = 'main' AND list.name NOT LIKE 'sqlite_%'
ORDER BY 1, 2`;

describe('column_descriptions', () => {
  it('describes every column of every table and view, and no other', () => {
    const db = temporaryArchive();
    const described = db.prepare('SELECT table_name, column_name FROM column_descriptions ORDER BY 1, 2').all();
    expect(described).toEqual(db.prepare(columnsOfAll).all());
  });

  it('names every column in Chinese, and the unit of every exact number', () => {
    const db = temporaryArchive();
    const blank = "SELECT * FROM column_descriptions WHERE chinese_heading = '' OR description = ''";
    expect(db.prepare(blank).all()).toEqual([]);
    const unitless =
      "SELECT * FROM column_descriptions WHERE column_name LIKE '%\\_micro' ESCAPE '\\' AND unit IS NULL";
    expect(db.prepare(unitless).all()).toEqual([]);
  });
});

describe('the schema', () => {
  it('has strict tables alone', () => {
    const db = temporaryArchive();
    const loose = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict";
    expect(db.prepare(loose).pluck().all()).toEqual(['sqlite_schema']);
  });

  it('says of every exact number the same in both columns', () => {
    const db = temporaryArchive();
    const pairs = `
      SELECT micro.table_name, micro.column_name FROM column_descriptions AS micro
      WHERE micro.column_name LIKE '%\\_micro' ESCAPE '\\' AND NOT EXISTS (
        SELECT 1 FROM column_descriptions AS plain WHERE plain.table_name = micro.table_name
        AND plain.column_name || '_micro' = micro.column_name AND plain.chinese_heading = micro.chinese_heading)`;
    expect(db.prepare(pairs).all()).toEqual([]);
  });
});
