import { describe, expect, test } from 'vitest';
import { plainLatex } from '../../../src/inputs/text/latex.ts';

describe('plainLatex', () => {
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
  ])('%s is %s', (source, plain) => {
    expect(plainLatex(source)).toBe(plain);
  });

  test.each([
    '90%',
    String.raw`\geq 90\%`,
    'US$82',
    'US$82 和 US$90',
    String.raw`$\frac{1}{2}$`,
    String.raw`$\geq \frac{1}{2}$`,
    String.raw`$\geq 90`,
    '$$',
    `$${'9'.repeat(201)}$`,
  ])('%s is left as it stands', (source) => {
    expect(plainLatex(source)).toBe(source);
  });
});
