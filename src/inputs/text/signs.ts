/** Commands of LaTeX mathematics that OCR engines write for printed signs, with the sign. */
const commands: ReadonlyMap<string, string> = new Map(
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

const formula = /\$[^$\t]{1,200}\$|\\\([^\t]{1,200}?\\\)|\\\[[^\t]{1,200}?\\\]/g;
/** Without a command, only numbers and signs are a formula: US$82 and US$90 are not. */
const bareFormula = /^[\d\s.,%()^{}+×÷=<>≥≤≈~±-]+$/;
const wrapper = /\\(?:text|mathrm|mathbf|mathit|rm|bf)\s*\{([^{}]*)\}/g;
const command = /\\([a-zA-Z]+|[%&#_${}])\s*/g;

/**
 * The text with formulas (`$…$`, `\(…\)`, `\[…\]`, or bare commands) as the signs they print: `$\geq 90\%$` is ≥90%.
 */
function withoutLatex(text: string): string {
  const plain = text.replace(formula, (whole) => {
    const body = whole.startsWith('$') ? whole.slice(1, -1) : whole.slice(2, -2);
    if (!body.includes('\\') && !bareFormula.test(body)) return whole;
    return printed(body) ?? whole;
  });
  return !plain.includes('$') && isKnown(plain) ? withSigns(plain) : plain;
}

/** What a formula prints; `null` where it has a command that is not known. */
function printed(body: string): string | null {
  const words = body.replace(wrapper, '$1');
  if (!isKnown(words)) return null;
  return withSigns(words)
    .replace(/\^\{?(\d+)\}?/g, (_, digits: string) => digits.replace(/\d/g, superscript))
    .replace(/\^\{?([^{}]*)\}?/g, '$1')
    .replace(/[{}]/g, '')
    .trim();
}

function isKnown(text: string): boolean {
  return [...text.matchAll(command)].every(([, name]) => commands.has(name ?? ''));
}

function withSigns(text: string): string {
  return text.replace(command, (_, name: string) => commands.get(name) ?? '');
}

/** Character references of HTML (HTML 4.01, section 24) that stand for signs of these forms. */
const entities: ReadonlyMap<string, string> = new Map(
  Object.entries({
    nbsp: '\u00a0',
    ensp: ' ',
    emsp: ' ',
    amp: '&',
    lt: '<',
    gt: '>',
    le: '≤',
    ge: '≥',
    ne: '≠',
    quot: '"',
    apos: "'",
    ldquo: '“',
    rdquo: '”',
    lsquo: '‘',
    rsquo: '’',
    times: '×',
    divide: '÷',
    plusmn: '±',
    asymp: '≈',
    middot: '·',
    hellip: '…',
    mdash: '—',
    ndash: '–',
    permil: '‰',
    deg: '°',
    yen: '¥',
  }),
);
const reference = /&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,6});/g;
const lastCodePoint = 0x10ffff;

function withoutEntities(text: string): string {
  return text.replace(reference, (whole, name: string) => {
    if (!name.startsWith('#')) return entities.get(name) ?? whole;
    const point = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return point > 0 && point <= lastCodePoint ? String.fromCodePoint(point) : whole;
  });
}

const hasNotation = /[$\\&]/;

/** The text with an OCR engine's notation (LaTeX, HTML character references) as the signs that were printed. */
export function plainSigns(text: string): string {
  return hasNotation.test(text) ? withoutLatex(withoutEntities(text)) : text;
}

const strayBars = /^[|｜¦\s]+|[|｜¦\s]+$/g;

/** A cell's text without the bars that an engine makes of rulings, at its ends. */
export function withoutBars(text: string): string {
  return text.replace(strayBars, '');
}
