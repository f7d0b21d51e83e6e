/** Chinese numerals up to ninety-nine, as targets spell small counts. */
const digits: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const numeral = '[一二两三四五六七八九十]{1,3}';
const percentage = new RegExp(`百分之(百|${numeral}|\\d+(?:\\.\\d+)?)`, 'g');
/** A numeral is a count only where nothing else is said: 四次, 完成三份, 五家以上; not 一期工程, 一批骨干. */
const countAlone = new RegExp(
  '^(?:完成|开展|组织|举办|召开|共|已|不少于|不低于|至少|不超过|≥|≤)?' +
    `(${numeral})(?=(?:次|个|份|场|项|篇|家|所|台|部|套|人|名|户|件|处|座|辆|年|个月)(?:及?以[上下内])?$)`,
);

/** A text with its number words as digits, as far as they surely are numbers: 百分之九十 is 90%, 四次以上 is 4次以上. */
export function wordsToDigits(folded: string): string {
  const shares = folded.replace(percentage, (whole, words: string) => {
    const value = words === '百' ? '100' : /^\d/.test(words) ? words : numberOf(words);
    return value === null ? whole : `${value}%`;
  });
  return shares.replace(countAlone, (whole, words: string) => {
    const value = numberOf(words);
    return value === null ? whole : whole.slice(0, whole.length - words.length) + value;
  });
}

/** 十二 is 12, 九十 is 90, 二十五 is 25; `null` for what is no number (二三, 十十). */
function numberOf(words: string): string | null {
  const match = /^([^十])?(十)?([^十])?$/.exec(words);
  if (match === null) return null;
  const [, tens, ten, ones] = match;
  if (ten === undefined) return ones === undefined && tens !== undefined ? String(digits[tens]) : null;
  const units = ones === undefined ? 0 : (digits[ones] ?? 0);
  return String((tens === undefined ? 1 : (digits[tens] ?? 0)) * 10 + units);
}
