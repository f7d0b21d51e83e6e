import { describe, expect, test } from 'vitest';
import { gbk, placedTexts, read, readPage, smallPdf, type SmallPage } from './small-pdf.ts';

/** Baseline 30 points from the left and 60 from the bottom of 200 by 100; an em box reaches 1.2 below and 8.8 above. */
const word = 'BT /F1 10 Tf 30 60 Td (Budget) Tj ET';
const wordBox = ['Budget', 30, 31.2, 66, 41.2] as const;
const line = '20 50 m 180 50 l S';

describe('text', () => {
  test('stands in points from the top left, with the edge of every character', async () => {
    const page = await readPage({ content: word });
    expect(page).toMatchObject({ kind: 'drawn', number: 1, widthPt: 200, heightPt: 100 });
    expect(placedTexts(page)).toStrictEqual([wordBox]);
    expect(page.textItems[0]?.charEdges.map((x) => Math.round(x * 100) / 100)).toStrictEqual([
      30, 36, 42, 48, 54, 60, 66,
    ]);
    expect(page.textItems[0]?.confidence).toBe(1);
  });

  test.each([
    ['a matrix of the page', `q 2 0 0 2 0 0 cm BT /F1 5 Tf 15 30 Td (Budget) Tj ET Q`],
    ['a matrix of the text', 'BT /F1 1 Tf 10 0 0 10 30 60 Tm (Budget) Tj ET'],
    ['a page drawn upside down', 'q 1 0 0 -1 0 100 cm BT /F1 10 Tf 1 0 0 -1 30 40 Tm (Budget) Tj ET Q'],
    ['leading and a new line', 'BT /F1 10 Tf 14 TL 30 74 Td T* (Budget) Tj ET'],
    ['TD', 'BT /F1 10 Tf 10 70 Td 20 -10 TD (Budget) Tj ET'],
    ["the operator '", "BT /F1 10 Tf 14 TL 30 74 Td (Budget) ' ET"],
    ['a rise', 'BT /F1 10 Tf 30 55 Td 5 Ts (Budget) Tj ET'],
    ['spacings that cancel', 'BT /F1 10 Tf 30 60 Td 1 Tc [(B)100(udget)] TJ ET'],
    ['a graphics state saved and restored', `q 5 0 0 5 7 7 cm Q ${word}`],
  ])('placed by %s', async (_, content) => {
    const [first] = placedTexts(await readPage({ content }));
    expect(first?.slice(0, 3)).toStrictEqual(wordBox.slice(0, 3));
  });

  test('spacing between characters and words, and their scale, move what follows', async () => {
    const rights = async (content: string): Promise<number | undefined> =>
      placedTexts(await readPage({ content })).at(-1)?.[3];
    expect(await rights('BT /F1 10 Tf 30 60 Td 2 Tc (Bud) Tj ET')).toBe(52);
    expect(await rights('BT /F1 10 Tf 30 60 Td 50 Tz (Budget) Tj ET')).toBe(48);
    expect(await rights('BT /F1 10 Tf 30 60 Td [(Bud) -300 (get)] TJ ET')).toBe(69);
    expect(await rights('BT /F1 10 Tf 30 60 Td 3 Tw (a b) Tj ET')).toBe(51);
    expect(await rights('BT /F1 10 Tf 30 60 Td (Bud) Tj (get) Tj ET')).toBe(66);
  });

  test('inside a form XObject: in the form’s frame, cut at its box', async () => {
    const form = {
      entries: '/BBox [0 0 100 50] /Matrix [1 0 0 1 20 30]',
      content: 'BT /F1 10 Tf 10 30 Td (Budget) Tj 100 0 Td (out) Tj ET',
    };
    expect(placedTexts(await readPage({ content: '/Fm0 Do', form }))).toStrictEqual([wordBox]);
    const shifted = await readPage({ content: 'q 1 0 0 1 5 0 cm /Fm0 Do Q BT /F1 10 Tf 30 10 Td (next) Tj ET', form });
    expect(placedTexts(shifted).map(([text, left]) => [text, left])).toStrictEqual([
      ['Budget', 35],
      ['next', 30],
    ]);
  });

  test('Chinese in a font that is not embedded is read by its character map', async () => {
    const page = await readPage({ content: `BT /F2 10 Tf 30 60 Td ${gbk('绩效12')} Tj ET` });
    expect(placedTexts(page)).toStrictEqual([['绩效12', 30, 31.2, 60, 41.2]]);
    expect(page.textItems[0]?.charEdges).toHaveLength(5);
  });

  test('struck twice for boldness is read once', async () => {
    const twice = await readPage({ content: `${word} BT /F1 10 Tf 30.4 60 Td (Budget) Tj ET` });
    expect(placedTexts(twice)).toStrictEqual([wordBox]);
    const twoLines = await readPage({ content: `${word} BT /F1 10 Tf 30 45 Td (Budget) Tj ET` });
    expect(placedTexts(twoLines).map(([text]) => text)).toStrictEqual(['Budget', 'Budget']);
  });

  test('outside the page is not read, nor outside a clip', async () => {
    const away =
      'BT /F1 10 Tf 30 110 Td (above) Tj ET BT /F1 10 Tf 210 60 Td (right) Tj ET BT /F1 10 Tf 30 -20 Td (below) Tj ET';
    expect(placedTexts(await readPage({ content: `${away} ${word}` }))).toStrictEqual([wordBox]);
    const clipped = `q 0 0 100 20 re W n ${word} BT /F1 10 Tf 30 5 Td (in) Tj ET Q BT /F1 10 Tf 30 80 Td (later) Tj ET`;
    expect(placedTexts(await readPage({ content: clipped })).map(([text]) => text)).toStrictEqual(['in', 'later']);
    const cropped = await readPage({
      content: `${word} BT /F1 10 Tf 150 60 Td (cropped) Tj ET`,
      entries: '/CropBox [20 20 120 90]',
    });
    expect(cropped).toMatchObject({ widthPt: 100, heightPt: 70 });
    expect(placedTexts(cropped)).toStrictEqual([['Budget', 10, 21.2, 46, 31.2]]);
  });
});

describe('hidden text', () => {
  test('has a confidence below 1, and the page a problem', async () => {
    const { pages, problems } = await read(smallPdf([{ content: `BT 3 Tr /F1 10 Tf 30 60 Td (Budget) Tj ET` }]));
    expect(pages).toMatchObject([{ textItems: [{ text: 'Budget', confidence: 0.5 }] }]);
    expect(problems).toMatchObject([{ code: 'hidden-text-layer', page: 1, stage: 'read' }]);
  });

  test('beside visible text is less sure, and no problem of the page', async () => {
    const content = `BT /F1 10 Tf 30 60 Td (seen) Tj 3 Tr 0 -20 Td (hidden) Tj 0 Tr 0 -20 Td (again) Tj ET`;
    const { pages, problems } = await read(smallPdf([{ content }]));
    const items = [{ confidence: 1 }, { text: 'hidden', confidence: 0.5 }, { text: 'again', confidence: 1 }];
    expect(pages).toMatchObject([{ textItems: items }]);
    expect(problems).toStrictEqual([]);
  });
});

describe('a page that is turned', () => {
  /** Content for a page of 200 by 100 as read, drawn on the page as stored. */
  const turned = {
    90: { size: [100, 200], matrix: '0 1 -1 0 100 0 cm' },
    180: { size: [200, 100], matrix: '-1 0 0 -1 200 100 cm' },
    270: { size: [100, 200], matrix: '0 -1 1 0 0 200 cm' },
  } as const;
  const asRead = async (page: SmallPage): Promise<unknown> => {
    const { widthPt, heightPt, rulings, ...texts } = await readPage(page);
    return { size: [widthPt, heightPt], rulings, texts: placedTexts(texts) };
  };
  const upright = {
    size: [200, 100],
    rulings: [{ orientation: 'horizontal', position: 50, start: 20, end: 180, thicknessPt: 1 }],
    texts: [wordBox],
  };

  test.each([90, 180, 270] as const)('by /Rotate %d has its boxes in the upright frame', async (degrees) => {
    const { size, matrix } = turned[degrees];
    const content = `q ${matrix} ${word} ${line} Q`;
    expect(await asRead({ content, size, entries: `/Rotate ${degrees}` })).toStrictEqual(upright);
  });

  test.each([90, 180, 270] as const)('by %d degrees without /Rotate is turned by its text', async (degrees) => {
    const { size, matrix } = turned[degrees];
    expect(await asRead({ content: `q ${matrix} ${word} ${line} Q`, size })).toStrictEqual(upright);
  });

  test('by /Rotate against its text is turned back', async () => {
    expect(await asRead({ content: `${word} ${line}`, entries: '/Rotate 90' })).toStrictEqual(upright);
  });

  test('stays where most of its text reads upright', async () => {
    const sideways = 'BT /F1 10 Tf 0 1 -1 0 190 20 Tm (note) Tj ET';
    const page = await readPage({ content: `${word} ${sideways}` });
    expect(page).toMatchObject({ widthPt: 200, heightPt: 100 });
    expect(placedTexts(page)).toStrictEqual([wordBox, ['note', 181.2, 56, 191.2, 80]]);
  });
});

describe('lines', () => {
  test.each([
    ['white', '1 1 1 RG', 0],
    ['nearly white', '0.98 0.98 0.98 RG', 0],
    ['white as grey', '1 G', 0],
    ['white as CMYK', '0 0 0 0 K', 0],
    ['light grey', '0.8 0.8 0.8 RG', 1],
    ['black', '0 0 0 RG', 1],
    ['black again', '1 1 1 RG 0 G', 1],
    ['of another colour, filled white', '1 1 1 rg', 1],
  ])('%s: %d', async (_, colour, count) => {
    expect((await readPage({ content: `${word} ${colour} ${line}` })).rulings).toHaveLength(count);
  });

  test('a white area filled over nothing is no ruling, a thin black one is', async () => {
    expect((await readPage({ content: `${word} 1 g 20 50 160 1 re f` })).rulings).toStrictEqual([]);
    expect((await readPage({ content: `${word} 20 50 160 1 re f` })).rulings).toMatchObject([
      { orientation: 'horizontal', position: 49.5, start: 20, end: 180, thicknessPt: 1 },
    ]);
  });

  test('a pattern after white paints again', async () => {
    const { rulings } = await readPage({ content: `${word} 1 g 1 G /Pattern cs /P1 scn 20 50 160 1 re f` });
    expect(rulings).toMatchObject([{ position: 49.5 }]);
    const stroked = await readPage({ content: `${word} 1 g 1 G /Pattern CS /P1 SCN ${line}` });
    expect(stroked.rulings).toMatchObject([{ position: 50 }]);
  });

  test('width follows the matrix, and ends the page', async () => {
    const { rulings } = await readPage({ content: `${word} 2 0 0 2 0 0 cm 1.5 w -20 25 m 300 25 l S` });
    expect(rulings).toStrictEqual([{ orientation: 'horizontal', position: 50, start: 0, end: 200, thicknessPt: 3 }]);
  });

  test('outside a clip or on a path that only clips are none', async () => {
    const { rulings } = await readPage({
      content: `${word} q 0 60 200 40 re W n ${line} 30 80 m 90 80 l S Q 10 10 50 1 re n`,
    });
    expect(rulings).toMatchObject([{ position: 20, start: 30, end: 90 }]);
  });
});

describe('pages', () => {
  test('are numbered from 1; one without text is a problem of its own', async () => {
    const { pages, problems } = await read(smallPdf([{ content: word }, { content: line }, { content: word }]));
    expect(pages.map((page) => page.number)).toStrictEqual([1, 2, 3]);
    expect(problems).toMatchObject([{ code: 'page-without-text', page: 2 }]);
  });

  test('more than are allowed are refused unread', async () => {
    const three = smallPdf([{ content: word }, { content: word }, { content: word }]);
    await expect(read(three, { maxPages: 2 })).rejects.toMatchObject({
      name: 'ExtractionError',
      details: { code: 'too-many-pages', exitCode: 3 },
    });
    await expect(read(three, { maxPages: 3 })).resolves.toMatchObject({ problems: [] });
  });

  test.each([
    ['operators', { maxOperators: 5000 }, line.repeat(10_000)],
    ['characters', { maxMarks: 5000 }, word.repeat(1000)],
    ['lines', { maxMarks: 5000 }, '20 50 m 180 50 l S '.repeat(6000)],
  ])('one of too many %s is left unread, and the others are read', async (_, limits, content) => {
    const bytes = smallPdf([{ content: word }, { content }, { content: `${word} ${line}` }]);
    const { pages, problems } = await read(bytes, limits);
    const expected = [
      { textItems: [{ text: 'Budget' }] },
      { textItems: [], rulings: [] },
      { textItems: [{ text: 'Budget' }] },
    ];
    expect(pages).toMatchObject(expected);
    expect(problems).toMatchObject([{ code: 'page-too-large', page: 2, stage: 'read' }]);
    expect((await read(bytes)).problems).not.toMatchObject([{ code: 'page-too-large' }]);
  });

  test('one whose forms paint one another again and again is left unread', async () => {
    const form = { entries: '/BBox [0 0 200 100]', content: `${word} `.repeat(50) };
    const { problems } = await read(smallPdf([{ content: '/Fm0 Do '.repeat(50), form }]), { maxOperators: 5000 });
    expect(problems).toMatchObject([{ code: 'page-too-large', page: 1 }]);
  });

  test('one that cannot be read does not stop the others', async () => {
    const text = smallPdf([{ content: word }, { content: word }]).toString('latin1');
    // The second entry of the list of pages leads nowhere.
    const [, second = ''] = /\/Kids \[\d+ 0 R (\d+) 0 R/.exec(text) ?? [];
    const broken = Buffer.from(text.replace(` ${second} 0 R`, ` ${'9'.repeat(second.length)} 0 R`), 'latin1');
    const { pages, problems } = await read(broken);
    expect(pages).toMatchObject([{ textItems: [{ text: 'Budget' }] }, { number: 2, textItems: [] }]);
    expect(problems).toMatchObject([{ code: 'page-broken', page: 2, stage: 'read' }]);
  });
});
