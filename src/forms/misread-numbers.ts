/** Signs that an engine reads for digits, and specks before and behind a number. */
const lookalikes: Readonly<Record<string, string>> = {
  o: '0',
  O: '0',
  D: '0',
  〇: '0',
  '○': '0',
  '。': '0',
  l: '1',
  I: '1',
  '|': '1',
  Z: '2',
  z: '2',
  S: '5',
  s: '5',
  b: '6',
  B: '8',
  '∞': '8',
  q: '9',
  g: '9',
};
const specks = /^[.,·:;'"“”‘’`^*]+|[.,·:;'"“”‘’`^*]+$/gu;
/** Without a digit beside it only these are taken for one. */
const lone = /^[oO〇○。∞]$/u;

/** Whether a text is a mere stroke: rather a dash, or what is left of a ruling, than a digit. */
export function isStroke(text: string): boolean {
  return /^[Il|丨丿亅一二/\\\-_—~]+$/u.test(text);
}

/**
 * The number that a misread text most likely is (`q660`, `“171`, `1o0`, and `o` alone), with digits for what looks like
 * them and without specks; `null` where it is not nearly one.
 */
export function nearestNumber(text: string): string | null {
  const bare = text.replaceAll(specks, '');
  if (!/\d/.test(bare) && !lone.test(bare)) return null;
  const digits = [...bare].map((sign) => lookalikes[sign] ?? sign).join('');
  return /^[\d.,]+%?$/.test(digits) && digits !== text ? digits : null;
}
