/** What one file is to be, drawn before anything is rendered: its damage, resolution, turns and container. */
import { type Producer } from '../documents.ts';
import type { Random } from '../random.ts';
import { bilevelCodings, grayCodings, type PdfCoding } from './containers/stored-image.ts';
import { type LayerKind } from './containers/text-layer.ts';
import type { TiffCompression } from './containers/tiff.ts';
import { drawProfile, type ProfileName, profiles } from './profiles/index.ts';

export interface PdfContainer {
  readonly kind: 'pdf';
  readonly coding: PdfCoding;
  readonly blackIs1: boolean;
  /** Hidden text, and whether it lies below the picture. */
  readonly layer: LayerKind | null;
  readonly isLayerBelow: boolean;
  /** The page's size: the sheet's, or as if a pixel were a point (scanning programs that forget the resolution). */
  readonly pageSize: 'true' | 'pixels-as-points';
  /** Some pages stay born digital, where there are several. */
  readonly isMixed: boolean;
}

export interface TiffContainer {
  readonly kind: 'tiff';
  readonly compression: TiffCompression;
  readonly rowsPerStrip: number;
}

/** Pictures of one page; documents of more become PDF files. */
export interface PictureContainer {
  readonly kind: 'jpeg' | 'png' | 'webp';
}

export interface ScanPlan {
  readonly profile: ProfileName;
  /** Of the scan; down the page where a fax has another across. */
  readonly dpi: number;
  readonly producer: Producer;
  /** Quarter turns, clockwise, that a reader of the file sees: how the sheets lay. */
  readonly turns: 0 | 1 | 2 | 3;
  /** Quarter turns of the stored pixels that the file itself says how to undo (/Rotate, Orientation). */
  readonly storedTurns: 0 | 1 | 2 | 3;
  readonly container: PdfContainer | TiffContainer | PictureContainer;
  /** For JPEG, WebP and JPEG 2000. */
  readonly quality: number;
  /** Pictures and TIFF: whether the file says its resolution. */
  readonly saysDpi: boolean;
}

/** Draws a file's plan; `choices` are what the command line fixes. */
export function drawPlan(random: Random, choices: { profile: ProfileName | null; dpi: number | null }): ScanPlan {
  const profile = choices.profile ?? drawProfile(random.fork('profile'));
  const { dpi, isBilevel } = profiles[profile];
  const drawnDpi = random.fork('dpi').weighted<number>(dpi);
  return {
    profile,
    dpi: choices.dpi === null ? drawnDpi : profile === 'fax' ? (choices.dpi < 150 ? 98 : 196) : choices.dpi,
    producer: random.fork('producer').weighted<Producer>([
      ['chromium', 24],
      ['writer', 54],
      ['plain', 12],
      ['calc', 10],
    ]),
    turns: random.fork('turns').weighted([
      [0, 86],
      [1, 5],
      [2, 4],
      [3, 5],
    ]),
    storedTurns: random.fork('stored-turns').weighted([
      [0, 85],
      [1, 6],
      [2, 3],
      [3, 6],
    ]),
    container: drawContainer(random.fork('container'), { isBilevel, isPhone: profile === 'phone' }),
    quality: random.fork('quality').int(profile === 'phone' ? 70 : 45, 93),
    saysDpi: random.fork('says-dpi').chance(0.7),
  };
}

function drawContainer(
  random: Random,
  { isBilevel, isPhone }: { isBilevel: boolean; isPhone: boolean },
): ScanPlan['container'] {
  const kind = random.weighted<ScanPlan['container']['kind']>([
    ['pdf', isPhone ? 40 : 64],
    ['jpeg', isBilevel ? 0 : isPhone ? 45 : 11],
    ['png', isPhone ? 2 : 8],
    ['webp', isBilevel ? 0 : 6],
    ['tiff', isBilevel ? 25 : isPhone ? 1 : 11],
  ]);
  if (kind === 'tiff') return drawTiff(random, isBilevel);
  return kind === 'pdf' ? drawPdf(random, isBilevel) : { kind };
}

function drawTiff(random: Random, isBilevel: boolean): TiffContainer {
  const compression = isBilevel
    ? random.weighted<TiffCompression>([
        ['group4', 65],
        ['huffman', 15],
        ['lzw', 10],
        ['none', 10],
      ])
    : random.weighted<TiffCompression>([
        ['lzw', 20],
        ['deflate', 15],
        ['jpeg', 58],
        ['none', 7],
      ]);
  return { kind: 'tiff', compression, rowsPerStrip: random.pick([16, 64, 128, 1_000_000]) };
}

function drawPdf(random: Random, isBilevel: boolean): PdfContainer {
  const coding = isBilevel
    ? random.weighted([
        [bilevelCodings[0], 50],
        [bilevelCodings[1], 10],
        [bilevelCodings[2], 30],
        [bilevelCodings[3], 10],
      ])
    : random.weighted([
        [grayCodings[0], 76],
        [grayCodings[1], 15],
        [grayCodings[2], 9],
      ]);
  return {
    kind: 'pdf',
    coding,
    blackIs1: random.chance(0.4),
    layer: random.weighted<LayerKind | null>([
      [null, 66],
      ['right', 12],
      ['misread', 12],
      ['mojibake', 5],
      ['latin', 5],
    ]),
    isLayerBelow: random.chance(0.35),
    pageSize: random.chance(0.93) ? 'true' : 'pixels-as-points',
    isMixed: random.chance(0.15),
  };
}
