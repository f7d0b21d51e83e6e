import { Command } from 'commander';
import { parseCount } from '../cli/options.ts';
import { rerunOnOneCore } from './one-core.ts';
import { benchPdf } from './pdf.ts';
import { describePdfBench } from './print-pdf.ts';
import { describeScanBench } from './print-scan.ts';
import { benchScan } from './scan.ts';

interface BenchOptions {
  readonly json?: boolean;
  readonly rounds: number;
}

const program = new Command('npm run bench --').description('Measures one part of the program.');
benchmark('pdf', 'reading PDF files with text, on one core').action(async ({ json, rounds }: BenchOptions) => {
  process.exitCode = rerunOnOneCore() ?? undefined;
  if (process.exitCode !== undefined) return;
  const result = await benchPdf({ rounds, memoryAt: [100, 500, 1000] });
  console.log(json === true ? asJson(result) : describePdfBench(result));
});
benchmark('scan', 'reading scanned pages').action(async ({ json, rounds }: BenchOptions) => {
  const result = await benchScan(rounds);
  console.log(json === true ? asJson(result) : describeScanBench(result));
});
await program.parseAsync();

function benchmark(name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .option('--json', 'print all numbers instead of a table')
    .option('--rounds <N>', 'how often each is measured', parseCount, 5);
}

function asJson(result: unknown): string {
  return JSON.stringify(result, null, 2);
}
