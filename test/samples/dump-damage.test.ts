import { describe, expect, test } from 'vitest';
import { inventDocuments } from '../../samples/generate/documents.ts';
import { createRandom } from '../../samples/generate/random.ts';
import { drawDumpStyle, renderDump } from '../../samples/generate/render/dump.ts';
import {
  breakText,
  type DumpCell,
  type DumpDamage,
  damageKinds,
  damageRow,
  drawDumpDamage,
  undamaged,
} from '../../samples/generate/render/dump-damage.ts';

const random = createRandom('damage');
const cells = (...texts: readonly string[]): DumpCell[] => texts.map((text) => ({ text, isRest: text === '' }));
const damaged = (rows: DumpDamage['rows'], row: readonly DumpCell[]): string[] =>
  damageRow(row, { ...undamaged, rows }, random).map(({ text }) => text);

describe('damageRow', () => {
  const row = [...cells('', '', '合格率', ''), { text: '', isRest: false }, ...cells('10')];

  test.each([
    ['none', ['', '', '合格率', '', '', '10']],
    ['no-blanks', ['合格率', '10']],
    ['own-cells', ['合格率', '', '10']],
    ['no-leading-blanks', ['合格率', '', '', '10']],
  ] as const)('%s', (rows, texts) => {
    expect(damaged(rows, row)).toStrictEqual(texts);
  });

  test.each(['some-blanks', 'out-of-step'] as const)('%s keeps the texts and their order', (rows) => {
    for (let at = 0; at < 50; at++) {
      expect(damaged(rows, row).filter((text) => text !== '')).toStrictEqual(['合格率', '10']);
    }
    const lengths = Array.from({ length: 50 }, () => damaged(rows, row).length);
    expect(new Set(lengths).size).toBeGreaterThan(1);
  });
});

describe('breakText', () => {
  const text = '保障场馆"免费"开放，全年不少于三百天';
  const broken = (breaks: DumpDamage['breaks']): string[] =>
    Array.from({ length: 20 }, () => breakText(text, { ...undamaged, breaks, breakAfter: 8 }, random));

  test('quoted cells say what they said once their quotes are gone', () => {
    for (const cell of [...broken('quoted'), ...broken('all-quoted')].filter((each) => each.startsWith('"'))) {
      expect(cell.slice(1, -1).replaceAll('""', '"').replaceAll('\n', '')).toBe(text);
    }
    expect(broken('quoted').some((cell) => cell.includes('\n'))).toBe(true);
  });

  test('bare breaks are breaks alone', () => {
    expect(broken('bare').every((cell) => cell.replaceAll('\n', '') === text)).toBe(true);
    expect(broken('bare').some((cell) => cell.includes('\n'))).toBe(true);
  });

  test('a sign’s notation is not broken', () => {
    expect(
      breakText(String.raw`$\geqslant 90\%$`, { ...undamaged, breaks: 'bare', breakAfter: 2 }, random),
    ).not.toContain('\n');
  });
});

test('a document without damage is printed as ever, and each kind changes some', () => {
  const documents = inventDocuments({ seed: 'damage', count: 8, layout: null });
  const texts = (kind: (typeof damageKinds)[number] | null): string[] =>
    documents.map(({ printed, random: own }) => {
      const damage = kind === null ? undamaged : drawDumpDamage(kind, own.fork('dump-damage'));
      return renderDump(printed, { ...drawDumpStyle(own.fork('style')), damage }, own.fork('dump'));
    });
  const plain = documents.map(({ printed, random: own }) =>
    renderDump(printed, drawDumpStyle(own.fork('style')), own.fork('dump')),
  );
  expect(texts(null)).toStrictEqual(plain);
  for (const kind of damageKinds) expect(texts(kind)).not.toStrictEqual(plain);
});
