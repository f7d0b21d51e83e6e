import { describe, expect, test } from 'vitest';
import { plainSigns, withoutBars } from '../../../src/inputs/text/signs.ts';

describe('plainSigns', () => {
  test.each([
    [String.raw`$\geq 90\%$`, '≥90%'],
    [String.raw`比率 $\geq 90\%$ 以上`, '比率 ≥90% 以上'],
    [String.raw`$\leqslant 5$`, '≤5'],
    [String.raw`$\ge3$ 次, $\le 5$ 次`, '≥3 次, ≤5 次'],
    [String.raw`$100\%$`, '100%'],
    [String.raw`$\mathrm{m}^{2}$`, 'm²'],
    [String.raw`$30 \times 40$`, '30 ×40'],
    [String.raw`$\text{元}$`, '元'],
    [String.raw`$\sim 5$`, '~5'],
    [String.raw`$>3$`, '>3'],
    [String.raw`\(\geq 90\%\)`, '≥90%'],
    [String.raw`\[\leqslant 3\]次`, '≤3次'],
    [String.raw`\geq 90\%`, '≥90%'],
    [String.raw`100\% 以上`, '100%以上'],
    ['$\\geq\n90\\%$', '≥90%'],
    ['&ge;90%', '≥90%'],
    ['&lt;5&nbsp;次 &amp; &#x2264;3 &#8805;2', '<5\u00a0次 & ≤3 ≥2'],
    ['&amp;lt;', '&lt;'],
  ])('%j is %j', (source, plain) => {
    expect(plainSigns(source)).toBe(plain);
  });

  test.each([
    '90%',
    'US$82',
    'US$82 和 US$90',
    String.raw`$\frac{1}{2}$`,
    String.raw`$\geq \frac{1}{2}$`,
    String.raw`$\geq 90`,
    String.raw`C:\temp`,
    '$$',
    'A&B; &nothing; &#0; &#x110000;',
    `$${'9'.repeat(201)}$`,
  ])('%j is left as it stands', (source) => {
    expect(plainSigns(source)).toBe(source);
  });
});

test.each([
  ['320.6 |', '320.6'],
  ['| 预算数:', '预算数:'],
  ['｜', ''],
  [' ¦82¦ ', '82'],
  ['甲|乙', '甲|乙'],
])('withoutBars: %j is %j', (source, plain) => {
  expect(withoutBars(source)).toBe(plain);
});
