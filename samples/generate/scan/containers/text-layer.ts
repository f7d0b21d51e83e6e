/** The hidden text that scanning programs put behind or before a page's picture: right, misread, or not decodable. */
import type { TextItem } from '../../../../src/model/page.ts';
import { addPlainFonts, type PlainFonts } from '../../plain/fonts.ts';
import { spell } from '../../plain/frame.ts';
import type { PdfFile } from '../../plain/pdf-file.ts';
import { drawPlainStyle } from '../../plain/plain-style.ts';
import type { Random } from '../../random.ts';
import { encodeGb18030 } from '../../render/gb18030.ts';
import type { Point } from '../matrix.ts';

export const layerKinds = ['right', 'misread', 'mojibake', 'latin'] as const;
export type LayerKind = (typeof layerKinds)[number];

/** What an engine reads for another character; digits among them, because that is what makes a layer dangerous. */
const confusions: ReadonlyMap<string, string> = new Map(
  '0O 1l 2Z 3８ 5S 6b 8B 9g ≥> ≤< 日目 目日 未末 己已 土士 人入 完宗 度廌 项顶 预颂 资货 金全 标柄 值宣 数教 ，, 。. 、, （( ）) ：: %％'
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

/** A text as a layer of a kind has it. */
export function garble(text: string, kind: LayerKind, random: Random): string {
  const characters = [...text];
  switch (kind) {
    case 'right':
      return text;
    case 'misread':
      return characters
        .map((character) => {
          if (random.chance(0.025)) return '';
          return random.chance(0.16) ? (confusions.get(character) ?? character) : character;
        })
        .join('');
    case 'mojibake':
      return Buffer.from(encodeGb18030(text))
        .toString('latin1')
        .replaceAll(/[\u0080-\u009f]/g, '?');
    case 'latin':
      return characters.map((character) => (character > '~' ? random.pick(latinNoise) : character)).join('');
  }
}

/** What an engine set to English makes of Chinese characters. */
const latinNoise = [
  'fi',
  'Wt',
  'R',
  'iA',
  '#',
  'HE',
  '4',
  'B',
  '{t',
  'ii',
  'T',
  'E',
  '7K',
  'ji',
  'A',
  '§',
  'r',
  '',
] as const;

export interface LayerPage {
  readonly texts: readonly TextItem[];
  /** From points of the upright page to points of the PDF page, upwards from its lower left corner. */
  readonly toPdf: (point: Point) => Point;
}

export interface TextLayers {
  readonly fonts: PlainFonts;
  /** The operators of each page. */
  readonly operators: readonly string[];
}

/**
 * The layers of all pages of a file, in a font that is named and not embedded, drawn invisibly (text render mode 3).
 */
export function layTexts(
  file: PdfFile,
  pages: readonly LayerPage[],
  options: { kind: LayerKind; random: Random },
): TextLayers {
  const garbled = pages.map((page) =>
    page.texts.map((item) => ({ item, text: garble(item.text, options.kind, options.random) })),
  );
  const style = {
    ...drawPlainStyle(options.random),
    fontName: 'STSong-Light',
    cmap: 'UniGB-UCS2-H',
    toUnicode: 'plain',
    latinFont: null,
  } as const;
  const fonts = addPlainFonts(
    file,
    style,
    garbled.flat().map(({ text }) => text),
  );
  const operators = garbled.map((texts, index) => {
    const { toPdf } = pages[index] ?? { toPdf: null };
    const shown =
      toPdf === null ? [] : texts.filter(({ text }) => text.trim() !== '').map((each) => showText(each, fonts, toPdf));
    return `BT 3 Tr\n${shown.join('\n')}\nET`;
  });
  return { fonts, operators };
}

function showText(
  { item, text }: { item: TextItem; text: string },
  fonts: PlainFonts,
  toPdf: LayerPage['toPdf'],
): string {
  const { left, right, top, bottom } = item.box;
  const base = bottom - (bottom - top) * 0.14;
  const start = toPdf({ x: left, y: base });
  const end = toPdf({ x: right, y: base });
  const upper = toPdf({ x: left, y: top });
  const size = Math.max(1, Math.hypot(upper.x - start.x, upper.y - start.y) / 0.86);
  const length = Math.hypot(end.x - start.x, end.y - start.y);
  const [cosine, sine] = [(end.x - start.x) / length, (end.y - start.y) / length];
  const ems = [...text].reduce((sum, character) => sum + (character <= '~' ? 0.5 : 1), 0);
  const scale = (100 * length) / (ems * size);
  return `/F1 ${spell(size)} Tf ${spell(scale)} Tz ${spell(cosine, sine, -sine, cosine, start.x, start.y)} Tm ${fonts.chinese(text)} Tj`;
}
