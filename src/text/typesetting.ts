/** How Chinese text is set: how wide its characters are, and where a line may break. */

const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u{20000}-\u{2ffff}]/u;

/** True for characters of Chinese text: ideographs, their punctuation and full-width forms. */
export function isWide(character: string): boolean {
  return wide.test(character);
}

/** What characters that are not wide take of an em on average: digits and Latin letters. */
const narrowEm = 0.5;

/** About how wide a text is as it is set, in ems: wide characters take one each. */
export function emWidthOf(text: string): number {
  return [...text].reduce((width, character) => width + (isWide(character) ? 1 : narrowEm), 0);
}

const opening = '（(〔［【《〈“‘「『';
const closing = '，。、；：！？）〕］】》〉”’」』％,.;:!?)\\]%';

const closingFirst = new RegExp(`^[${closing}]`, 'u');

/** Whether a text begins with a mark that never begins a line: it stays with what stands before it. */
export function beginsWithClosingMark(text: string): boolean {
  return closingFirst.test(text);
}

const unbroken = new RegExp(`^[${opening}]*(?:[^\\s\\u2e80-\\uffef${opening}]+|.)[${closing}]*`, 'u');

/** What a line break never parts at the start of a text: an ideograph, or a run of others, with the marks around it. */
export function firstUnbroken(text: string): string {
  return unbroken.exec(text)?.[0] ?? '';
}
