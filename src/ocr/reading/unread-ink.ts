import type { GreyRaster } from '../../model/raster.ts';
import { isWide } from '../../text/typesetting.ts';
import { type InkRun, inkRunsOf, type InkShape, inkWithin } from './ink-runs.ts';
import type { RecognizedCharacter } from './readers.ts';
import { typeSizeOf } from './type-size.ts';

/** Strokes less than this apart are of one sign, in ems. */
const gapEm = 0.03;
/**
 * A sign is at least so wide, in ems, and so high, as a share of the line's ink: less are points, dashes and specks.
 */
const [leastWidthEm, leastHeight] = [0.22, 0.45];
/**
 * Signs whose middles are this near to where a wide character was read are parts of it (北 has two); a narrow one is a
 * single sign, that it was read within, or this near to. In ems.
 */
const [wideReachEm, narrowReachEm] = [0.72, 0.15];
/** A 1 is narrower than other signs; beside digits a stroke so high is one, if it stands this near to them, in ems. */
const leastStrokeHeight = 0.75;
const leastStrokeEm = 0.04;
const besideDigitsEm = 0.9;
const number = /^[\d.,%]+$/;
/** Narrow by its width, but of parts. */
const isOfParts = (text: string): boolean => isWide(text) || /[%‰]/.test(text);

/**
 * The signs of a line that no character was read for. The model drops the first or last sign of a line now and then,
 * with no doubt about the rest.
 */
export function unreadInk(line: GreyRaster, characters: readonly RecognizedCharacter[]): InkRun[] {
  const { emPx, top, bottom } = typeSizeOf(line, characters);
  const heightPx = bottom - top;
  const isRead = ({ from, to }: InkRun): boolean =>
    characters.some(({ text, x }) =>
      isOfParts(text)
        ? Math.abs(x - (from + to) / 2) <= wideReachEm * emPx
        : x >= from - narrowReachEm * emPx && x <= to + narrowReachEm * emPx,
    );
  const isSign = (run: InkShape): boolean =>
    run.to - run.from >= leastWidthEm * emPx && run.bottom - run.top >= leastHeight * heightPx;
  const isOfNumber = number.test(characters.map(({ text }) => text).join(''));
  const [first, last] = [characters[0]?.x ?? 0, characters.at(-1)?.x ?? 0];
  const isStroke = ({ from, to, ...rows }: InkShape): boolean =>
    to - from >= leastStrokeEm * emPx &&
    rows.bottom - rows.top >= leastStrokeHeight * heightPx &&
    to >= first - besideDigitsEm * emPx &&
    from <= last + besideDigitsEm * emPx;
  const unread = inkRunsOf(line, gapEm * emPx).filter(
    (run) => (isSign(run) || (isOfNumber && isStroke(run))) && !isRead(run),
  );
  const behind = inkBehindDigit(line, characters.at(-1), emPx);
  return unread.length > 0 || behind === null || !isSign(behind) ? unread : [behind];
}

/** A digit's own ink ends within this of where it was read; what follows it begins before this and ends here, in ems. */
const [digitReachEm, nextFromEm, nextToEm] = [0.6, 0.8, 1.5];

/** The ink behind the digit that a line ends with: in worn print % comes to pieces, or runs into the digit. */
function inkBehindDigit(line: GreyRaster, last: RecognizedCharacter | undefined, emPx: number): InkShape | null {
  if (last === undefined || !/^\d$/.test(last.text)) return null;
  const columns = { from: last.x + digitReachEm * emPx, to: last.x + nextToEm * emPx };
  const ink = inkWithin(line, columns);
  return ink !== null && ink.from <= last.x + nextFromEm * emPx ? ink : null;
}
