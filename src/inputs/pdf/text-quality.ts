import type { DrawnPage } from '../../model/page.ts';
import type { Problem } from '../../model/problem.ts';

/** Private use, replacement and control characters: a font without a map to Unicode. */
const undecodable = /[\p{Co}\p{Cc}\ufffd]/gu;
/**
 * Letters and signs of Western Europe in a row, as no Chinese form has them: bytes of a Chinese encoding one by one.
 */
const mojibake =
  /[\u00a1-\u00af\u00b2-\u00b6\u00b8-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u0152\u0153\u0160\u0161\u0178\u0192]{2,}/g;
/** A page is unreadable where more of its characters than this cannot be decoded. */
const maxLostShare = 0.05;

/**
 * What is wrong with a page's text as the file spells it: missing, hidden or not decodable; `null` where it is fine.
 */
export function judgeText(page: DrawnPage): Problem | null {
  const text = page.textItems.map((item) => item.text).join('');
  const at = { stage: 'read', page: page.number } as const;
  if (text === '') {
    return {
      ...at,
      code: 'page-without-text',
      message: 'The page has no text that can be copied: it is blank or a picture',
      hint: 'If the page is a scan, have its text recognised first',
    };
  }
  const lost = countOf(text, undecodable) + countOf(text, mojibake);
  if (lost > maxLostShare * text.length) {
    return {
      ...at,
      code: 'text-not-decodable',
      message: `${lost} of ${text.length} characters cannot be decoded: the fonts do not say which characters they draw`,
      hint: 'Nothing on this page can be trusted; have its text recognised from the picture of the page',
    };
  }
  if (page.textItems.every((item) => item.confidence < 1)) {
    return {
      ...at,
      code: 'hidden-text-layer',
      message: 'The text of the page is a hidden layer that an earlier OCR put behind a picture',
      hint: 'Review the values: they are only as right as that OCR was',
    };
  }
  return null;
}

function countOf(text: string, pattern: RegExp): number {
  return [...text.matchAll(pattern)].reduce((sum, match) => sum + match[0].length, 0);
}
