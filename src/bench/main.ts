import { parseArgs } from 'node:util';
import { rerunOnOneCore } from './one-core.ts';
import { benchPdf } from './pdf.ts';
import { describePdfBench } from './print-pdf.ts';
import { describeScanBench } from './print-scan.ts';
import { benchScan } from './scan.ts';

/**
 * `npm run bench -- NAME [--json] [--rounds N]`: measures one part of the program and prints a table, or with `--json`
 * all numbers.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, rounds: { type: 'string', default: '5' } },
});

/** What each benchmark's name runs, and what it prints. */
const benchmarks: Readonly<Record<string, Benchmark>> = {
  pdf: {
    isOnOneCore: true,
    run: async (rounds) => {
      const result = await benchPdf({ rounds, memoryAt: [100, 500, 1000] });
      return { result, text: describePdfBench(result) };
    },
  },
  scan: {
    isOnOneCore: false,
    run: async (rounds) => {
      const result = await benchScan(rounds);
      return { result, text: describeScanBench(result) };
    },
  },
};

interface Benchmark {
  readonly isOnOneCore: boolean;
  readonly run: (rounds: number) => Promise<{ readonly result: unknown; readonly text: string }>;
}

const benchmark = benchmarks[positionals[0] ?? ''];
if (benchmark === undefined) {
  console.error(`usage: npm run bench -- ${Object.keys(benchmarks).join('|')} [--json] [--rounds N]`);
  process.exitCode = 2;
} else {
  const status = benchmark.isOnOneCore ? rerunOnOneCore() : null;
  if (status !== null) process.exitCode = status;
  else {
    const { result, text } = await benchmark.run(Number(values.rounds));
    console.log(values.json ? JSON.stringify(result, null, 2) : text);
  }
}
