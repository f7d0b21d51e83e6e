import { defineConfig } from 'vitest/config';

const isCi = process.env['CI'] !== undefined;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build-first.ts'],
    // better-sqlite3, sharp and PDFium are native: a crash must end one file's process and not the run.
    pool: 'forks',
    // One worker fewer than processors is the default, and half the machine on two.
    maxWorkers: '100%',
    // Some tests start the program several times, on machines of CI with other work to do.
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // vitest evaluates modules one by one, which src/inputs/pdf/quiet-console.ts is no match for.
    onConsoleLog: (line) => !line.includes('Please use the `legacy` build'),
    reporters: isCi ? ['default', ['json', { outputFile: 'out/vitest.json' }]] : ['default'],
  },
});
