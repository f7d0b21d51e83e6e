import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { launcher, loadBuilt } from './built.ts';
import { onePageInputs } from './pdf-inputs.ts';
import { medianTimes, timeProcess } from './timing.ts';

/** A command from its start to its end, as a process of its own. Medians in milliseconds. */
export interface StartTiming {
  readonly command: string;
  readonly input: string;
  readonly ms: number | null;
  /** With an empty cache folder: the first run on a machine. */
  readonly firstMs: number | null;
  /** `pdftotext -layout` on the same file; `null` where it is not installed, or there is no PDF. */
  readonly pdftotextMs: number | null;
}

interface Start {
  readonly command: string;
  readonly input: string;
  readonly args: readonly string[];
  readonly pdf?: string;
}

/** Measures what a user waits for who types one command, in turn with `pdftotext` on the same PDF. */
export async function timeStarts(folder: string, rounds: number): Promise<StartTiming[]> {
  const [node = null] = await medianTimes([() => timeProcess(process.execPath, ['--eval', '0'])], rounds);
  const timings: StartTiming[] = [{ command: 'node --eval 0', input: '', ms: node, firstMs: null, pdftotextMs: null }];
  for (const start of await startsIn(folder)) timings.push(await timeStart(start, folder, rounds));
  return timings;
}

async function startsIn(folder: string): Promise<Start[]> {
  const dump = 'samples/shijiazhuang-dump-gb18030.txt';
  const database = path.join(folder, 'starts.db');
  const built = await loadBuilt();
  await built.ingest(['samples/seed-14.txt'], { database });
  const pdfs = (await onePageInputs(folder)).map(({ name, file }) => ({
    command: 'ziping extract',
    input: `PDF, ${name}`,
    args: ['extract', file, '--json'],
    pdf: file,
  }));
  return [
    { command: 'ziping --version', input: '', args: ['--version'] },
    { command: 'ziping query', input: 'a named query', args: ['query', 'findings-by-rule', '--db', database] },
    { command: 'ziping extract', input: 'text dump', args: ['extract', dump, '--json'] },
    ...pdfs,
  ];
}

async function timeStart({ command, input, args, pdf }: Start, folder: string, rounds: number): Promise<StartTiming> {
  const ziping = (env: Readonly<Record<string, string>>): number | null =>
    timeProcess(process.execPath, [launcher, ...args], { env });
  const contenders = [
    () => ziping({}),
    () => ziping(emptyCache(folder)),
    () => (pdf === undefined ? null : timeProcess('pdftotext', ['-layout', pdf, '-'])),
  ];
  const [ms = null, firstMs = null, pdftotextMs = null] = await medianTimes(contenders, rounds);
  return { command, input, ms, firstMs, pdftotextMs };
}

/** Wherever the system keeps caches. */
function emptyCache(folder: string): Readonly<Record<string, string>> {
  const cache = mkdtempSync(path.join(folder, 'cache-'));
  return { XDG_CACHE_HOME: cache, LOCALAPPDATA: cache, HOME: cache };
}
