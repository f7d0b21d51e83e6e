import { describe, expect, test } from 'vitest';
import { joinReadings, readText, withoutRepeats } from '../../src/forms/read-text.ts';
import {
  type Block,
  dumpTable,
  line,
  reading,
  rowsOf,
  ruledTable,
  sectionOf,
  shijiazhuang,
  valuesOf,
} from './table-builder.ts';

const read = (...blocks: readonly Block[]): object =>
  valuesOf(readText(rowsOf(...blocks), sectionOf(shijiazhuang, 'text')));
const heading = '五、存在问题、原因及下一步整改措施';

describe('readText', () => {
  test('the text stands beside its heading', () => {
    expect(read(dumpTable([[heading, '进一步完善']]))).toStrictEqual({ issues: '进一步完善' });
    expect(read(ruledTable([[heading, { text: '进一步完善', across: 5 }]]))).toStrictEqual({ issues: '进一步完善' });
  });

  test('several cells beside it are one text, a repeated one is read once', () => {
    expect(read(dumpTable([[heading, '一是完善', '二是宣传', '一是完善', '']]))).toStrictEqual({
      issues: '一是完善二是宣传',
    });
  });

  test('all rows that the heading covers belong to it', () => {
    const table = ruledTable([[{ text: heading, down: 2 }, '一是完善'], ['二是宣传'], ['填报人', '某']]);
    expect(read(table)).toStrictEqual({ issues: '一是完善二是宣传' });
  });

  test('behind a colon in its own cell', () => {
    expect(read(ruledTable([[`${heading}：进一步完善：制度`]]))).toStrictEqual({ issues: '进一步完善：制度' });
    expect(read(ruledTable([[`${heading}:无`, '']]))).toStrictEqual({ issues: '无' });
  });

  test('below a heading that has its row to itself', () => {
    expect(read(ruledTable([[heading], ['进一步完善']]))).toStrictEqual({ issues: '进一步完善' });
    expect(read(ruledTable([[{ text: heading, across: 2 }], ['甲', '乙']]))).toStrictEqual({});
    expect(read(ruledTable([[heading]]), line('填报人:某'))).toStrictEqual({});
  });

  test('a blank beside it is blank, and no text of the row below', () => {
    expect(read(ruledTable([[heading, ''], [{ text: '填报人:某', across: 2 }]]))).toStrictEqual({});
    expect(read(ruledTable([[heading, '—']]))).toStrictEqual({});
    expect(readText([], sectionOf(shijiazhuang, 'text'))).toStrictEqual({});
  });

  test('a damaged heading leaves some doubt', () => {
    const rows = rowsOf(ruledTable([['五、存在问题、原因及下一步整改错施', '完善']]));
    const { issues } = readText(rows, sectionOf(shijiazhuang, 'text'));
    expect(issues).toMatchObject({ value: '完善' });
    expect(issues?.certainty).toBeCloseTo(1 - 0.3 / 15, 9);
  });
});

test('joinReadings is as sure as the least sure of them', () => {
  const joined = joinReadings([reading('一是完善', 0.9), reading('二是宣传', 0.6)]);
  expect(joined).toMatchObject({ text: '一是完善二是宣传', raw: '一是完善\n二是宣传', confidence: 0.6 });
});

test('withoutRepeats keeps the first of equal texts', () => {
  const kept = withoutRepeats([reading('一是'), reading('二是'), reading('一 是')]);
  expect(kept.map(({ text }) => text)).toStrictEqual(['一是', '二是']);
});
