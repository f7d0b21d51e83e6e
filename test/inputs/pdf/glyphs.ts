import { emBoxOf, type Glyph, type Visibility } from '../../../src/inputs/pdf/glyph.ts';

/** What `spelled` may set of a run of glyphs. */
export interface Spelling {
  readonly x?: number;
  readonly y?: number;
  /** Height and width of one character, in points. */
  readonly em?: number;
  readonly visibility?: Visibility;
  readonly operator?: number;
  /** The unit vector up; upright text has its up at -y. */
  readonly up?: readonly [x: number, y: number];
}

/** Glyphs of a text, each as wide as it is high, side by side along their baseline. */
export function spelled(text: string, spelling: Spelling = {}): Glyph[] {
  const { x = 100, y = 50, em = 10, visibility = 'seen', operator = 0, up = [0, -1] } = spelling;
  const [alongX, alongY] = [-up[1] * em, up[0] * em];
  return [...text].map((character, index) => {
    const place: Pick<Glyph, 'start' | 'end' | 'up'> = {
      start: [x + index * alongX, y + index * alongY],
      end: [x + (index + 1) * alongX, y + (index + 1) * alongY],
      up: [up[0] * em, up[1] * em],
    };
    return { text: character, ...place, box: emBoxOf(place), visibility, operator };
  });
}
