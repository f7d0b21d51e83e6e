import type { Random } from '../../random.ts';
import type { Draws, Sheet } from '../sheet.ts';
import type { Step } from '../step.ts';
import { blackWhiteScan, fax } from './bilevel.ts';
import { bookScan, phonePhoto } from './cameras.ts';
import { officeCopy, poorCopy } from './copies.ts';
import { feederScan, flatbedScan, officeScan, stampedScan } from './scanners.ts';

/** A kind of scan: its damages in order, and what its files are like. */
export interface Profile {
  /** The steps for one page, from clean paper to the device's pixels. */
  readonly draw: (draws: Draws, sheet: Sheet) => Step[];
  /** Resolutions and how often each is met. */
  readonly dpi: readonly (readonly [number, number])[];
  readonly isBilevel: boolean;
  /** Share among all scans. */
  readonly share: number;
}

const usualDpi = [
  [100, 4],
  [150, 22],
  [200, 40],
  [300, 30],
  [400, 4],
] as const;

export const profiles = {
  office: { draw: officeScan, dpi: [...usualDpi, [600, 2]], isBilevel: false, share: 14 },
  stamped: { draw: stampedScan, dpi: usualDpi, isBilevel: false, share: 16 },
  feeder: { draw: feederScan, dpi: usualDpi, isBilevel: false, share: 12 },
  flatbed: { draw: flatbedScan, dpi: usualDpi, isBilevel: false, share: 9 },
  copy: { draw: officeCopy, dpi: usualDpi, isBilevel: false, share: 12 },
  'poor-copy': { draw: poorCopy, dpi: usualDpi, isBilevel: false, share: 9 },
  'black-white': {
    draw: blackWhiteScan,
    dpi: [
      [200, 35],
      [300, 50],
      [400, 8],
      [600, 7],
    ],
    isBilevel: true,
    share: 10,
  },
  fax: {
    draw: fax,
    dpi: [
      [98, 25],
      [196, 75],
    ],
    isBilevel: true,
    share: 5,
  },
  phone: {
    draw: phonePhoto,
    dpi: [
      [150, 30],
      [200, 45],
      [250, 25],
    ],
    isBilevel: false,
    share: 14,
  },
  book: { draw: bookScan, dpi: usualDpi, isBilevel: false, share: 7 },
} as const satisfies Readonly<Record<string, Profile>>;

export type ProfileName = keyof typeof profiles;

export const profileNames: readonly ProfileName[] = [
  'office',
  'stamped',
  'feeder',
  'flatbed',
  'copy',
  'poor-copy',
  'black-white',
  'fax',
  'phone',
  'book',
];

/** One of the profiles, as often as its share says. */
export function drawProfile(random: Random): ProfileName {
  return random.weighted(profileNames.map((name) => [name, profiles[name].share] as const));
}
