import { describe, expect, test } from 'vitest';
import { terminalWidth } from '../../src/text/terminal-width.ts';

describe('terminalWidth', () => {
  test.each([
    ['', 0],
    ['abc 12.5%', 9],
    ['绩效自评表', 10],
    ['（40分）', 8],
    ['≥90%', 4],
    ['e\u0301', 1],
    ['a\u200bb', 2],
    ['\u{20000}', 2],
  ])('%j takes %i columns', (text, columns) => {
    expect(terminalWidth(text)).toBe(columns);
  });
});
