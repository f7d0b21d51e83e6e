import { describe, expect, test } from 'vitest';
import { inventForm } from '../../samples/generate/content.ts';
import { readDecimal, spellNumber } from '../../samples/generate/content/decimals.ts';
import { inventDocuments } from '../../samples/generate/documents.ts';
import { renderPlainPdf } from '../../samples/generate/plain/plain-pdf.ts';
import { drawPlainStyle } from '../../samples/generate/plain/plain-style.ts';
import { createRandom } from '../../samples/generate/random.ts';
import { type FormRecord, type InventedForm, layouts, truthOf, truthSchema } from '../../samples/generate/record.ts';
import { renderCalc } from '../../samples/generate/render/calc.ts';
import { drawDumpStyle, renderDump } from '../../samples/generate/render/dump.ts';
import { encodeGb18030 } from '../../samples/generate/render/gb18030.ts';
import { renderHtml } from '../../samples/generate/render/html.ts';
import { renderWriter } from '../../samples/generate/render/writer.ts';
import { placeCells } from '../../samples/generate/table.ts';

const documents = inventDocuments({ seed: 'test', count: 60, layout: null });
const forms = Array.from({ length: 400 }, (_, index) =>
  inventForm(index % 2 === 0 ? layouts[0] : layouts[1], createRandom(`sums/${index}`)),
);

describe('content', () => {
  test('the same seed gives the same documents, another seed others', () => {
    const again = inventDocuments({ seed: 'test', count: 60, layout: null });
    const truths = (batch: typeof documents) => batch.map((document) => truthOf(document.forms));
    expect(truths(again)).toEqual(truths(documents));
    expect(again.map((document) => renderHtml(document.printed, document.pageStyle))).toEqual(
      documents.map((document) => renderHtml(document.printed, document.pageStyle)),
    );
    expect(truths(inventDocuments({ seed: 'other', count: 60, layout: null }))).not.toEqual(truths(documents));
  });

  test('truth files have the agreed shape, and no line breaks', () => {
    for (const document of documents) {
      const truth = truthOf(document.forms);
      expect(truthSchema.parse(JSON.parse(JSON.stringify(truth)))).toEqual(truth);
      expect(JSON.stringify(truth)).not.toContain(String.raw`\n`);
    }
  });

  test('scores, rates and weights are right in every form but where a fault is planted', () => {
    for (const form of forms) expect(visibleFaults(truthOf([form]).forms[0])).toEqual([...form.faults]);
  });

  test('about three forms of ten carry a fault, and each kind is met', () => {
    const faults = forms.flatMap((form: InventedForm) => form.faults);
    expect(faults.length / forms.length).toBeGreaterThan(0.2);
    expect(faults.length / forms.length).toBeLessThan(0.4);
    expect(new Set(faults).size).toBe(3);
  });

  test('parts of the money add up to the total', () => {
    for (const { record } of forms) {
      for (const column of ['initial', 'budgeted', 'received', 'executed'] as const) {
        const [total = 0, ...parts] = record.funds.map((fund) => Number((fund[column] ?? '0').replaceAll(',', '')));
        expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(total, 6);
      }
    }
  });
});

describe('layouts', () => {
  test('every table fills its grid, whatever the style', () => {
    const blocks = inventDocuments({ seed: 'grids', count: 300, layout: null }).flatMap(({ printed }) =>
      printed.flatMap((form) => form.blocks),
    );
    const tables = blocks.filter((block) => block.kind === 'table');
    expect(() => tables.forEach((table) => placeCells(table))).not.toThrow();
  });
});

describe('renderings', () => {
  test('each holds every level-3 name', () => {
    for (const { printed, pageStyle, random, forms: invented } of documents.slice(0, 20)) {
      const names = invented.flatMap((form) => form.record.indicators.map((indicator) => indicator.level3 ?? ''));
      const dump = renderDump(printed, drawDumpStyle(random), random);
      const texts = [
        renderHtml(printed, pageStyle),
        renderWriter(printed, pageStyle),
        renderCalc(printed, pageStyle, random),
      ];
      for (const text of [...texts, dump]) {
        for (const name of names) expect(text.replaceAll(', ', '，')).toContain(name);
      }
    }
  });

  test('GB 18030 is what Node decodes, four-byte characters included', () => {
    const text = '绩效自评表≥90%①～㎡·€𠮷⻓';
    expect(new TextDecoder('gb18030').decode(encodeGb18030(text))).toBe(text);
  });

  test('a plain PDF has its objects where its table of references says', () => {
    for (const { printed, pageStyle, random } of documents.slice(0, 30)) {
      const bytes = Buffer.from(renderPlainPdf(printed, pageStyle, drawPlainStyle(random)));
      const text = bytes.toString('latin1');
      const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
      const offsets = [...text.slice(start).matchAll(/^(\d{10}) 00000 n $/gm)].map((entry) => Number(entry[1]));
      expect(text.slice(start)).toMatch(/^xref\n/);
      for (const [index, offset] of offsets.entries())
        expect(text.slice(offset)).toMatch(new RegExp(`^${index + 1} 0 obj\n`));
    }
  });
});

test('numbers are spelled with the decimals and separators asked for', () => {
  expect(spellNumber({ count: 153263, decimals: 2 }, { keepZeros: true, thousands: true })).toBe('1,532.63');
  expect(spellNumber({ count: 8200, decimals: 2 }, { keepZeros: false, thousands: false })).toBe('82');
  expect(readDecimal('1,286.50')).toEqual({ count: 128650, decimals: 2 });
});

function hundredths(text: string | undefined): number {
  return Math.round(Number(text ?? '0') * 100);
}

/** The planted faults as a reader of the record alone would find them. */
function visibleFaults(record: FormRecord | undefined): string[] {
  if (record === undefined) return [];
  const found = [];
  const scored = [...record.funds, ...record.indicators];
  const sum = scored.reduce((total, each) => total + hundredths(each.score), 0);
  if (record.totalScore !== undefined && hundredths(record.totalScore) !== sum) found.push('score-total');
  if (record.funds.some((fund, index) => rateIsWrong(fund, index === 0 ? record.executionRate : undefined)))
    found.push('execution-rate');
  const above = scored.some((each) => each.weight !== undefined && hundredths(each.score) > hundredths(each.weight));
  const groups = Map.groupBy(record.indicators, (each) => each.level1);
  const groupAbove = [...groups.values()].some((rows) => {
    const weight = rows[0]?.level1Weight;
    return weight !== undefined && rows.reduce((total, row) => total + hundredths(row.score), 0) > hundredths(weight);
  });
  if (above || groupAbove) found.push('score-above-weight');
  return found;
}

function rateIsWrong(fund: FormRecord['funds'][number], besides: string | undefined): boolean {
  const printed = besides ?? fund.executionRate;
  if (printed === undefined || fund.executed === undefined || fund.budgeted === undefined) return false;
  const digits = printed.replace(/[%％]/, '');
  const isShare = !/[%％]/.test(printed) && Number(digits) <= 1.5;
  const points = Number(digits) * (isShare ? 100 : 1);
  const decimals = (digits.split('.')[1]?.length ?? 0) - (isShare ? 2 : 0);
  const exact = (Number(fund.executed.replaceAll(',', '')) / Number(fund.budgeted.replaceAll(',', ''))) * 100;
  return Math.abs(exact - points) > Math.max(0.01, 0.5 * 10 ** -decimals) + 1e-9;
}
