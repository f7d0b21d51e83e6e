import type { Random } from '../random.ts';

/** How a plain PDF spells what it draws. */
export interface PlainStyle {
  /** A font that the file names but does not hold: what readers show depends on their own. */
  readonly fontName: string;
  readonly cmap: 'UniGB-UCS2-H' | 'GBK-EUC-H';
  /** `radicals`: a ToUnicode map that gives CJK radicals for some characters, as Skia writes for Noto. */
  readonly toUnicode: 'none' | 'plain' | 'radicals';
  /** A standard font for digits and Latin letters, or the Chinese font's own. */
  readonly latinFont: 'Times-Roman' | 'Helvetica' | null;
  readonly rulings: 'edges' | 'joined' | 'filled' | 'boxes' | 'doubled' | 'polygons';
  readonly text: 'lines' | 'characters' | 'adjusted';
  /** Bold by filling and stroking, or by printing twice, a little aside. */
  readonly bold: 'stroked' | 'twice';
  readonly frame: 'direct' | 'scaled' | 'flipped' | 'form' | 'scaled-form';
  readonly rotate: 0 | 90 | 180 | 270;
  /** Where the page's corner lies, and how much its media box reaches beyond what is shown. */
  readonly originPt: number;
  readonly bleedPt: number;
  readonly compress: boolean;
  /** Close the boxes that a page break cuts. */
  readonly closeCuts: boolean;
  /** Rulings come before the texts, or after. */
  readonly rulingsFirst: boolean;
}

/** Draws how a plain PDF is spelled. */
export function drawPlainStyle(random: Random): PlainStyle {
  const cmap = random.weighted<PlainStyle['cmap']>([
    ['UniGB-UCS2-H', 65],
    ['GBK-EUC-H', 35],
  ]);
  return {
    fontName: random.pick([
      'STSong-Light',
      'STSong-Light',
      'SimSun',
      'SimHei',
      'FangSong_GB2312',
      'AdobeSongStd-Light',
    ]),
    cmap,
    toUnicode: random.pick(['none', 'none', 'plain', 'radicals'] as const),
    latinFont: random.pick([null, null, 'Times-Roman', 'Helvetica'] as const),
    rulings: random.pick(['edges', 'joined', 'filled', 'boxes', 'doubled', 'polygons'] as const),
    text: random.pick(['lines', 'lines', 'characters', 'adjusted'] as const),
    bold: random.pick(['stroked', 'stroked', 'stroked', 'twice'] as const),
    frame: random.pick(['direct', 'direct', 'scaled', 'flipped', 'form', 'scaled-form'] as const),
    rotate: random.pick([0, 0, 0, 90, 180, 270] as const),
    originPt: random.pick([0, 0, 0, 14.5, -20]),
    bleedPt: random.pick([0, 0, 0, 8.5]),
    compress: random.chance(0.7),
    closeCuts: random.chance(0.6),
    rulingsFirst: random.chance(0.7),
  };
}
