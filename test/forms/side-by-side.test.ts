import { describe, expect, test } from 'vitest';
import { flowRows, ownTexts } from '../../src/forms/flow.ts';
import type { Cell, Reading, Table, TextLine } from '../../src/model/table.ts';

interface Sides {
  readonly left: number;
  readonly right: number;
}

function reading(text: string, { left, right }: Sides, top: number): Reading {
  const box = { left, top, right, bottom: top + 10 };
  return { text, raw: text, place: { kind: 'page', page: 1, box }, confidence: 1 };
}

/** A line at a height, with its runs. */
function lineAt(top: number, ...runs: readonly (readonly [string, Sides])[]): TextLine {
  return { kind: 'line', page: 1, runs: runs.map(([text, sides]) => reading(text, sides, top)) };
}

/** A table of one column between two x, from y = 100, with a row for each text. */
function tableAt({ left, right }: Sides, texts: readonly string[]): Table {
  const cells = texts.map((text, row): Cell => {
    const read = reading(text, { left, right }, 100 + row * 20);
    const bounds = read.place?.kind === 'page' ? [read.place] : [];
    return { ...read, row, column: 0, rowSpan: 1, columnSpan: 1, bounds };
  });
  const rowPages = texts.map(() => 1);
  return { kind: 'table', spans: 'exact', rowCount: texts.length, columnCount: 1, cells, rowPages };
}

const textsOf = (...blocks: readonly (Table | TextLine)[]): string[] =>
  flowRows({ blocks, pageCount: 1, problems: [] }).flatMap((row) => ownTexts(row).map((cell) => cell.text));

const left = { left: 20, right: 400 };
const right = { left: 430, right: 800 };
const rows = (side: string): string[] => ['甲', '乙', '丙', '丁', '戊', '己'].map((name) => `${side}${name}`);

describe('two tables side by side', () => {
  test('are read one after the other, each with its own part of the lines', () => {
    const texts = textsOf(
      lineAt(20, ['左标题', { left: 150, right: 250 }], ['右标题', { left: 560, right: 660 }]),
      tableAt(left, rows('左')),
      tableAt(right, rows('右')),
      lineAt(300, ['左脚注', { left: 20, right: 80 }], ['右脚注', { left: 440, right: 500 }]),
    );
    expect(texts).toStrictEqual(['左标题', ...rows('左'), '左脚注', '右标题', ...rows('右'), '右脚注']);
  });

  test('share the title that stands over both, and what stands alone above them', () => {
    const texts = textsOf(
      lineAt(20, ['总标题', { left: 350, right: 480 }]),
      lineAt(40, ['单位:万元', { left: 740, right: 800 }]),
      tableAt(left, rows('左')),
      tableAt(right, rows('右')),
    );
    expect(texts).toStrictEqual(['总标题', '单位:万元', ...rows('左'), '总标题', '单位:万元', ...rows('右')]);
  });
});

test.each([
  ['one above the other', [tableAt({ left: 20, right: 800 }, rows('上')), tableAt({ left: 430, right: 800 }, [])]],
  ['a small box beside a table', [tableAt(left, rows('表')), tableAt(right, ['盖章'])]],
])('%s stay as they are', (_, tables) => {
  const title = lineAt(20, ['左', { left: 150, right: 250 }], ['右', { left: 560, right: 660 }]);
  expect(textsOf(title, ...tables)).toStrictEqual(['左', '右', ...textsOf(...tables)]);
});
