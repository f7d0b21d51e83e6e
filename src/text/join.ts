import { restoreIdeographs } from './ideographs.ts';
import { isWide } from './typesetting.ts';

const latin = /[A-Za-z]/;

/**
 * Lines of one cell or paragraph as one text. Chinese wraps anywhere, so lines join without a space (a number cut
 * by the cell's width becomes whole again); only two Latin words keep one between them.
 */
export function joinLines(lines: readonly string[]): string {
  let joined = '';
  for (const line of lines) {
    const next = tidyLine(line);
    const isWordBreak = latin.test(joined.at(-1) ?? '') && latin.test(next.at(0) ?? '');
    joined += isWordBreak ? ` ${next}` : next;
  }
  return joined;
}

/** One line without stray spaces: none beside a wide character (项 目 becomes 项目), at most one elsewhere. */
export function tidyLine(line: string): string {
  const collapsed = restoreIdeographs(line)
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/[\s\u00a0\u3000]+/g, ' ')
    .trim();
  return collapsed.replace(/ /g, (space, offset: number) => {
    return isWide(collapsed.at(offset - 1) ?? '') || isWide(collapsed.at(offset + 1) ?? '') ? '' : space;
  });
}
