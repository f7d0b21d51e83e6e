import { describe, expect, test } from 'vitest';
import { read, readPage, smallPdf, type SmallDocument, type SmallPage } from './small-pdf.ts';

/** What a page shows is what is read of it: text, and lines. */
interface Shown {
  readonly texts: readonly string[];
  readonly lineCount: number;
}

async function shown(page: SmallPage, document: SmallDocument = {}): Promise<Shown> {
  const { textItems, rulings } = await readPage(page, document);
  return { texts: textItems.map((item) => item.text), lineCount: rulings.length };
}
async function texts(content: string, page: Omit<SmallPage, 'content'> = {}): Promise<readonly string[]> {
  return (await shown({ content, ...page })).texts;
}

const write = (word: string): string => `BT /F1 10 Tf 30 60 Td (${word}) Tj ET`;
const [old, fresh] = [write('82.00'), write('95.5')];
const cover = '25 55 60 18 re f';
describe('text under what is painted later', () => {
  test('is not read, what stands on it is', async () => {
    expect(await texts(`${old} q 1 g ${cover} Q ${fresh}`)).toStrictEqual(['95.5']);
    expect(await texts(`${old} 0 g ${cover}`)).toStrictEqual([]);
    expect(await texts(`q 1 g ${cover} Q ${old}`)).toStrictEqual(['82.00']);
  });

  test('is what a problem tells of', async () => {
    const { problems } = await read(smallPdf([{ content: `${old} q 1 g ${cover} Q ${fresh}` }]));
    expect(problems).toMatchObject([{ code: 'text-not-shown', page: 1, stage: 'read' }]);
    expect(problems[0]?.message).toMatch(/painted over: “82\.00”/);
    expect((await read(smallPdf([{ content: `q 1 g ${cover} Q ${fresh}` }]))).problems).toStrictEqual([]);
  });

  test('of which a part is left is never sure enough to go unreviewed', async () => {
    const page = await readPage({ content: `${old} q 1 g 48 55 40 18 re f Q` });
    expect(page.textItems).toMatchObject([{ text: '82.', confidence: 0.5 }]);
  });

  const states =
    '/ExtGState << /Half << /ca 0.5 >> /Lines << /CA 0.5 >> /Multiply << /BM /Multiply >> /Normal << /BM /Normal /ca 1 >> ' +
    '/Masked << /SMask << /S /Luminosity /G FORM >> >> >>';
  test.each([
    ['half transparent', '/Half gs', ['82.00']],
    ['multiplied', '/Multiply gs', ['82.00']],
    ['half transparent no longer', '/Half gs /Normal gs', []],
    ['filled whole, with transparent lines', '/Lines gs', []],
    ['of a pattern', '/Pattern cs /P1 scn', ['82.00']],
  ])('%s', async (_, state, expected) => {
    expect(await texts(`${old} q 1 g ${state} ${cover} Q`, { resources: states })).toStrictEqual(expected);
  });

  test.each([
    ['a rectangle of four lines', '25 55 m 85 55 l 85 73 l 25 73 l f', []],
    ['one that the clip cuts', 'q 0 0 50 100 re W n 25 55 60 18 re f Q', ['00']],
    ['one in a round clip', 'q 25 64 m 25 90 85 90 85 64 c 85 40 25 40 25 64 c W n 25 55 60 18 re f Q', ['82.00']],
    ['a frame around the text', '20 50 80 30 re 25 55 60 18 re f*', ['82.00']],
    ['a circle', '25 64 m 25 90 85 90 85 64 c 85 40 25 40 25 64 c f', ['82.00']],
    ['a rectangle that is turned a little', 'q 0.99 0.1 -0.1 0.99 0 0 cm 25 52 80 18 re f Q', ['82.00']],
    ['a rectangle that is not filled', '25 55 60 18 re S', ['82.00']],
    ['a rectangle that only clips', 'q 25 55 60 18 re W n Q', ['82.00']],
  ])('%s', async (_, path, expected) => {
    expect(await texts(`${old} 1 g ${path}`)).toStrictEqual(expected);
  });

  test('in a group that is half transparent shines through, in a solid one not', async () => {
    const form = { entries: '/BBox [0 0 200 100] /Group << /S /Transparency >>', content: `1 g ${cover}` };
    expect(await texts(`${old} /Half gs /Fm0 Do`, { form, resources: states })).toStrictEqual(['82.00']);
    expect(await texts(`${old} /Fm0 Do`, { form })).toStrictEqual([]);
    expect(await texts(`${old} q /Half gs /Fm0 Do Q /Fm0 Do`, { form, resources: states })).toStrictEqual([]);
  });

  test('behind a soft mask shines through, and what the mask draws is not seen', async () => {
    const form = { entries: '/BBox [0 0 200 100] /Group << /S /Transparency >>', content: `1 g ${cover} ${fresh}` };
    expect(await texts(`${old} /Masked gs 1 g ${cover}`, { form, resources: states })).toStrictEqual(['82.00']);
  });

  test('in an annotation is covered, too', async () => {
    const form = { entries: '/BBox [0 0 60 18]', content: '1 g 0 0 60 18 re f 0 g BT /F1 10 Tf 5 5 Td (95.5) Tj ET' };
    const entries = '/Annots [<< /Type /Annot /Subtype /Stamp /F 4 /Rect [25 55 85 73] /AP << /N FORM >> >>]';
    const { problems, pages } = await read(smallPdf([{ content: old, form, entries }]));
    expect(pages).toMatchObject([{ textItems: [{ text: '95.5', box: { left: 30 } }] }]);
    expect(problems).toMatchObject([{ code: 'text-not-shown' }]);
  });
});

describe('text that is not to be told from its ground', () => {
  test.each([
    ['white on paper', `1 g ${old}`, []],
    ['white on blue', `0 0 1 rg ${cover} 1 g ${old}`, ['82.00']],
    ['black on black', `0 g ${cover} ${old}`, []],
    ['white outlines on paper', `1 Tr 1 G ${old}`, []],
    ['black outlines, filled white, on paper', `1 g 2 Tr ${old}`, ['82.00']],
    ['white outlines, filled white, on paper', `1 g 1 G 2 Tr ${old}`, []],
    ['white on a shading', `q ${cover.replace(' f', ' W n')} /Sh0 sh Q 1 g ${old}`, ['82.00']],
  ])('%s', async (_, content, expected) => {
    const resources =
      '/Shading << /Sh0 << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 9 9] /Function << /FunctionType 2 /Domain [0 1] /N 1 >> >> >>';
    expect(await texts(content, { resources })).toStrictEqual(expected);
  });
});

describe('a layer that is switched off', () => {
  const layers = { layers: [false, true] };
  const on = (layer: string, content: string): string => `/OC ${layer} BDC ${content} EMC`;
  const line = '20 50 m 180 50 l S';

  test.each([
    ['hides text and lines', on('/L0', `${old} ${line}`), { texts: [], lineCount: 0 }],
    ['hides nothing after it', `${on('/L0', old)} ${fresh} ${line}`, { texts: ['95.5'], lineCount: 1 }],
    ['hides no other layer', on('/L1', `${old} ${line}`), { texts: ['82.00'], lineCount: 1 }],
    ['hides layers within it', on('/L0', on('/L1', `${old} ${line}`)), { texts: [], lineCount: 0 }],
    ['hides what is within another', on('/L1', `${on('/L0', old)} ${fresh}`), { texts: ['95.5'], lineCount: 0 }],
    ['covers nothing', `${old} ${on('/L0', `1 g ${cover}`)}`, { texts: ['82.00'], lineCount: 0 }],
    ['does not end with other marked content', on('/L0', `/Span BMC ${line} EMC ${old}`), { texts: [], lineCount: 0 }],
    ['is not one that is only named so', `/Span /L0 BDC ${old} ${line} EMC`, { texts: ['82.00'], lineCount: 1 }],
    [
      'moves what follows all the same',
      `BT /F1 10 Tf 30 60 Td ${on('/L0', '(82.00) Tj')} (95.5) Tj ET`,
      { texts: ['95.5'], lineCount: 0 },
    ],
    ['clips what follows all the same', `${on('/L0', '0 0 9 9 re W n')} ${old}`, { texts: [], lineCount: 0 }],
  ])('%s', async (_, content, expected) => {
    expect(await shown({ content }, layers)).toStrictEqual(expected);
  });

  test('hides a form that is on it', async () => {
    const form = (layer: string): NonNullable<SmallPage['form']> => ({
      entries: `/BBox [0 0 200 100] /OC ${layer}`,
      content: `${old} ${line}`,
    });
    expect(await shown({ content: '/Fm0 Do', form: form('LAYER0') }, layers)).toStrictEqual({
      texts: [],
      lineCount: 0,
    });
    expect(await shown({ content: '/Fm0 Do', form: form('LAYER1') }, layers)).toMatchObject({ texts: ['82.00'] });
  });

  test.each([
    ['any of two is on', '/P /AnyOn', ['82.00']],
    ['both are on', '/P /AllOn', []],
    ['neither is on', '/P /AllOff', []],
    ['the first is not on', '/VE [/Not LAYER0]', ['82.00']],
  ])('counts for a membership that is seen where %s', async (_, policy, expected) => {
    const form = {
      entries: `/BBox [0 0 200 100] /OC << /Type /OCMD /OCGs [LAYER0 LAYER1] ${policy} >>`,
      content: old,
    };
    expect(await shown({ content: '/Fm0 Do', form }, layers)).toMatchObject({ texts: expected });
  });

  test('is what a problem tells of', async () => {
    const { problems } = await read(smallPdf([{ content: `${on('/L0', old)} ${fresh}` }], layers));
    expect(problems).toMatchObject([{ code: 'text-not-shown', page: 1 }]);
    expect(problems[0]?.message).toMatch(/layer that is switched off: “82\.00”/);
    expect((await read(smallPdf([{ content: `${on('/L0', line)} ${fresh}` }], layers))).problems).toStrictEqual([]);
  });
});

describe('lines of dots and dashes', () => {
  const dots = Array.from({ length: 40 }, (_, index) => `${20 + 2 * index} 50 1 1 re f`).join(' ');

  test.each([
    ['a line of a dash pattern is one', '[3 2] 0 d 20 50 m 180 50 l S', [20, 180]],
    ['so are squares of a point', dots, [20, 99]],
    [
      'and dashes drawn one by one',
      [0, 1, 2, 3].map((at) => `${20 + 9 * at} 50 m ${25 + 9 * at} 50 l S`).join(' '),
      [20, 52],
    ],
    [
      'a line drawn as an image of one pixel is one',
      'q 160 0 0 1 20 50 cm BI /W 1 /H 1 /CS /G /BPC 8 ID a EI Q',
      [20, 180],
    ],
  ])('%s', async (_, content, [start, end]) => {
    const { rulings } = await readPage({ content: `${old} ${content}` });
    expect(rulings).toMatchObject([{ orientation: 'horizontal', start, end }]);
  });
});
