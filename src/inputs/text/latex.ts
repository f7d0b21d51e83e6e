/** Commands of LaTeX mathematics that OCR engines write for printed signs, with the sign. */
const signs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    geq: '≥',
    geqslant: '≥',
    ge: '≥',
    leq: '≤',
    leqslant: '≤',
    le: '≤',
    gt: '>',
    lt: '<',
    neq: '≠',
    approx: '≈',
    times: '×',
    div: '÷',
    pm: '±',
    sim: '~',
    cdot: '·',
    ldots: '…',
    dots: '…',
    cdots: '…',
    circ: '°',
    '%': '%',
    '&': '&',
    '#': '#',
    _: '_',
    $: '$',
    '{': '{',
    '}': '}',
  }),
);

/** 10^4 is not 104: a raised digit stays raised. */
function superscript(digit: string): string {
  return '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit));
}

const formula = /\$([^$\n\t]{1,200})\$/g;
/** Without a command, only numbers and signs are a formula: US$82 and US$90 are not. */
const bareFormula = /^[\d\s.,%()^{}+×÷=<>≥≤≈~±-]+$/;
const wrapper = /\\(?:text|mathrm|mathbf|mathit|rm|bf)\s*\{([^{}]*)\}/g;
const command = /\\([a-zA-Z]+|[%&#_${}])\s*/g;

/** The text with formulas between dollar signs as the signs they print: `$\geq 90\%$` becomes ≥90%. */
export function plainLatex(text: string): string {
  return text.replace(formula, (whole, body: string) => {
    const words = body.replace(wrapper, '$1');
    if (!body.includes('\\') && !bareFormula.test(body)) return whole;
    const isKnown = [...words.matchAll(command)].every(([, name]) => signs.has(name ?? ''));
    if (!isKnown) return whole;
    return words
      .replace(command, (_, name: string) => signs.get(name) ?? '')
      .replace(/\^\{?(\d+)\}?/g, (_, digits: string) => digits.replace(/\d/g, superscript))
      .replace(/\^\{?([^{}]*)\}?/g, '$1')
      .replace(/[{}]/g, '')
      .trim();
  });
}
