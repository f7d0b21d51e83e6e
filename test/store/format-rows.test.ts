import { describe, expect, it } from 'vitest';
import { formatCsv, formatJson, formatNdjson, rowFormats } from '../../src/store/format-rows.ts';
import { formatTable } from '../../src/store/format-table.ts';

const rowSet = {
  columns: ['project', 'executed', 'note'],
  rows: [
    ['业务培训费', 78.67, null],
    ['office "supplies", new', 260, 'line one\nline two'],
    ['', 9007199254740993n, new Uint8Array([0, 255])],
  ],
};

const none = { columns: ['project'], rows: [] };

describe('table', () => {
  it('aligns Chinese and Latin text, numbers to the right', () => {
    expect(formatTable(rowSet)).toBe(
      [
        'project                         executed  note',
        '──────────────────────  ────────────────  ─────────────────',
        '业务培训费                         78.67',
        'office "supplies", new               260  line one line two',
        '                        9007199254740993  <2 bytes>',
        '',
      ].join('\n'),
    );
  });

  it('cuts long texts between characters, at their width on the screen', () => {
    const cut = formatTable({ columns: ['a'], rows: [['一二三四五'], ['12345']] }, { maxCellWidth: 6 });
    expect(cut).toBe('a\n─────\n一二…\n12345\n');
  });

  it('lets no text move the cursor', () => {
    expect(formatTable({ columns: ['a'], rows: [['red\u001b[31m\u0007x']] })).toBe('a\n──────────\nred [31m x\n');
  });

  it('shows the columns where there are no rows', () => {
    expect(formatTable(none)).toBe('project\n───────\n');
  });
});

describe('json', () => {
  it('is one array of rows, exact beyond what a double holds', () => {
    expect(JSON.parse(formatJson(rowSet))).toEqual([
      { project: '业务培训费', executed: 78.67, note: null },
      { project: 'office "supplies", new', executed: 260, note: 'line one\nline two' },
      { project: '', executed: '9007199254740993', note: '00ff' },
    ]);
    expect(formatJson(none)).toBe('[]\n');
  });

  it('keeps infinities apart from blanks', () => {
    expect(formatNdjson({ columns: ['a'], rows: [[Infinity], [null]] })).toBe('{"a":"Infinity"}\n{"a":null}\n');
  });
});

describe('ndjson', () => {
  it('is one object a line', () => {
    const lines = formatNdjson(rowSet).split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[3]).toBe('');
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ executed: 260 });
    expect(formatNdjson(none)).toBe('');
  });
});

describe('csv', () => {
  it('follows RFC 4180, with blanks and empty texts apart', () => {
    expect(formatCsv(rowSet)).toBe(
      'project,executed,note\r\n业务培训费,78.67,\r\n"office ""supplies"", new",260,"line one\nline two"\r\n"",9007199254740993,00ff\r\n',
    );
    expect(formatCsv(none)).toBe('project\r\n');
  });
});

it('has the four formats of the command line', () => {
  expect(Object.keys(rowFormats)).toEqual(['table', 'json', 'ndjson', 'csv']);
});
