import { gbkCode } from '../render/gb18030.ts';
import type { PdfFile } from './pdf-file.ts';
import type { PlainStyle } from './plain-style.ts';

/**
 * Fonts that the file names but does not hold (ISO 32000-1, 9.7.5.2): a CID font of the collection Adobe-GB1 under a
 * predefined CMap, and optionally one of the standard 14 fonts for Latin. Characters that GBK lacks throw a RangeError.
 */
export interface PlainFonts {
  /** The entries of a page's font resources. */
  readonly resources: string;
  /** The operand for a text of the Chinese font. */
  chinese(text: string): string;
  /** The operand for a text of the Latin font. */
  latin(text: string): string;
}

/** Characters for which some producers write a CJK radical, with the radical (U+2E80 to U+2FDF). */
const radicals: ReadonlyMap<string, string> = new Map(
  '长⻓ 生⽣ 自⾃ 目⽬ 一⼀ 人⼈ 力⼒ 大⼤ 小⼩ 工⼯ 水⽔ 用⽤ 金⾦ 高⾼ 行⾏ 立⽴ 文⽂ 方⽅ 日⽇ 见⻅ 车⻋ 门⻔ 页⻚ 风⻛ 民⺠ 二⼆ 入⼊ 子⼦'
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

/** Adds the fonts to the file. `texts` are all texts that it will show, for the ToUnicode map. */
export function addPlainFonts(file: PdfFile, style: PlainStyle, texts: readonly string[]): PlainFonts {
  const info = '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >>';
  const flags = `/Type /FontDescriptor /FontName /${style.fontName} /Flags 4 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93`;
  const descriptor = file.add(`<< ${flags} >>`);
  // CIDs 1 to 95 are proportional ASCII, 814 to 939 half-width: both are given half an em.
  const widths = '/DW 1000 /W [1 95 500 814 939 500]';
  const subtype = style.fontName.startsWith('Sim') ? 'CIDFontType2' : 'CIDFontType0';
  const cidFont = file.add(
    `<< /Type /Font /Subtype /${subtype} /BaseFont /${style.fontName} ${info} /FontDescriptor ${descriptor} 0 R ${widths} >>`,
  );
  // UniGB-UCS2-H has no code for the middle dot: without a map of its own nobody could read it.
  // GBK-EUC-H mixes codes of one and two bytes, which some readers do not expect in a map: it goes without.
  const hasDot = texts.some((text) => text.includes('·'));
  const unmapped = style.cmap === 'GBK-EUC-H' || (style.toUnicode === 'none' && !hasDot);
  const toUnicode = unmapped ? '' : ` /ToUnicode ${addToUnicode(file, style, texts)} 0 R`;
  const chinese = file.add(
    `<< /Type /Font /Subtype /Type0 /BaseFont /${style.fontName}-${style.cmap} /Encoding /${style.cmap} /DescendantFonts [${cidFont} 0 R]${toUnicode} >>`,
  );
  const latin =
    style.latinFont === null
      ? null
      : file.add(`<< /Type /Font /Subtype /Type1 /BaseFont /${style.latinFont} /Encoding /WinAnsiEncoding >>`);
  return {
    resources: `/F1 ${chinese} 0 R${latin === null ? '' : ` /F2 ${latin} 0 R`}`,
    chinese: (text) => `<${[...text].map((character) => codeOf(character, style.cmap)).join('')}>`,
    latin: (text) => `(${text.replaceAll(/[()\\]/g, (special) => `\\${special}`)})`,
  };
}

function codeOf(character: string, cmap: PlainStyle['cmap']): string {
  const point = character.codePointAt(0) ?? 0;
  if (cmap === 'UniGB-UCS2-H') return hex(point, 4);
  if (point < 0x80) return hex(point, 2);
  const code = gbkCode(point);
  if (code === null) throw new RangeError(`GBK has no ${character}`);
  return hex(code, 4);
}

function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}

function addToUnicode(file: PdfFile, style: PlainStyle, texts: readonly string[]): number {
  const characters = [...new Set(texts.join(''))];
  const pairs = characters.map((character) => {
    const shown = style.toUnicode === 'radicals' ? (radicals.get(character) ?? character) : character;
    return `<${codeOf(character, style.cmap)}> <${hex(shown.codePointAt(0) ?? 0, 4)}>`;
  });
  const blocks: string[] = [];
  for (let first = 0; first < pairs.length; first += 100) {
    const block = pairs.slice(first, first + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return file.addStream(
    '',
    `/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
${blocks.join('\n')}
endcmap CMapName currentdict /CMap defineresource pop end end`,
  );
}
