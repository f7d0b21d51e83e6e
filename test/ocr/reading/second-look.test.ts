import { beforeAll, expect, test } from 'vitest';
import { repairPage, type RepairedPage } from '../../../src/images/repair.ts';
import { readersOf } from '../../../src/ocr/paddle/engine.ts';
import { loadPaddleModels } from '../../../src/ocr/paddle/models.ts';
import type { RecognizedLine } from '../../../src/ocr/reading/read-lines.ts';
import { readLines } from '../../../src/ocr/reading/read-lines.ts';
import type { PageReaders, RecognizedCharacter } from '../../../src/ocr/reading/readers.ts';
import { lookAgain } from '../../../src/ocr/reading/second-look.ts';
import { sampleScan } from '../sample-scan.ts';

let readers: PageReaders;
let page: RepairedPage;
let lines: RecognizedLine[];

beforeAll(async () => {
  readers = readersOf(await loadPaddleModels({ threads: 2 }));
  const { scan, spelled } = await sampleScan('shijiazhuang-writer-flowing.pdf');
  page = repairPage(scan.picture, scan.pixelsPerPt);
  const boxes = spelled.textItems
    .filter(({ text }) => text.trim().length > 3)
    .slice(0, 12)
    .map(({ box }) => ({ left: box.left - 2, top: box.top - 1, right: box.right + 2, bottom: box.bottom + 1 }));
  const read = await readLines(
    readers,
    page,
    boxes.map((box) => ({ box, stretch: 1 })),
  );
  lines = read.map((line) => ({ ...line, characters: sure(line.characters), isWhole: true }));
}, 180_000);

const nowhere = { left: 0, top: 0, right: 1, bottom: 1 };
const nothing: RecognizedLine = { box: nowhere, printBox: nowhere, characters: [], isWhole: true };
const sure = (characters: readonly RecognizedCharacter[]): RecognizedCharacter[] =>
  characters.map((one) => ({ ...one, probability: 1 }));
const textOf = (characters: readonly RecognizedCharacter[]): string => characters.map(({ text }) => text).join('');

test('lines without doubt are read once', async () => {
  const looked = await lookAgain(readers, page, lines);
  expect(looked.map(({ isAgreed }) => isAgreed)).toStrictEqual(lines.map(() => null));
});

test('a doubtful line that reads the same again is agreed; one that was misread gets the better text', async () => {
  const [first = nothing, ...rest] = lines;
  const doubtful = first.characters.map((one) => ({ ...one, probability: 0.6 }));
  const [same] = await lookAgain(readers, page, [{ ...first, characters: doubtful }, ...rest]);
  expect(same).toStrictEqual({ characters: doubtful, isWhole: true, other: null, isAgreed: true });

  const misread = first.characters.map((one, at) => (at === 0 ? { ...one, text: '品', probability: 0.1 } : one));
  const [other] = await lookAgain(readers, page, [{ ...first, characters: misread }, ...rest]);
  expect(other).toMatchObject({ isAgreed: false, other: { text: textOf(misread), confidence: 0.1 } });
  expect(textOf(other?.characters ?? [])).toBe(textOf(first.characters));
}, 60_000);

test('a line of which no sign was read is looked at again, one without ink is not', async () => {
  const [first = nothing] = lines;
  const [unread, blank] = await lookAgain(readers, page, [
    { ...first, characters: [], isWhole: false },
    nothing,
    ...lines,
  ]);
  expect(textOf(unread?.characters ?? [])).toBe(textOf(first.characters));
  expect(unread).toMatchObject({ isAgreed: false, other: null });
  expect(blank).toMatchObject({ isAgreed: null, characters: [] });
}, 60_000);

test('of many doubtful lines only some are read again, the most doubtful first', async () => {
  const doubtful = lines.map((line, index) => ({
    ...line,
    characters: line.characters.map((one) => ({ ...one, probability: 0.3 + 0.01 * index })),
  }));
  const again = (await lookAgain(readers, page, doubtful)).flatMap(({ isAgreed }, index) =>
    isAgreed === null ? [] : index,
  );
  expect(again.length).toBeGreaterThan(0);
  expect(again.length).toBeLessThan(lines.length / 2);
  expect(again).toContain(0);
}, 60_000);

test('a line of which a sign was not read is read again, and taken with it', async () => {
  const [first = nothing, ...rest] = lines;
  const part = { ...first, characters: first.characters.slice(1), isWhole: false };
  const [looked] = await lookAgain(readers, page, [part, ...rest]);
  expect(looked).toMatchObject({ isWhole: true, isAgreed: false });
  expect(textOf(looked?.characters ?? [])).toBe(textOf(first.characters));
}, 60_000);
