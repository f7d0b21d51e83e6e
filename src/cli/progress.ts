import { type IngestProgress, terminalWidth } from '../index.ts';
import { styledNote, writeNote } from './terminal.ts';

/** How far a run is, shown to whoever waits for it. */
export interface ProgressDisplay {
  readonly show: (progress: IngestProgress) => void;
  /** Takes the line away, so that others can be printed; the next `show` draws it again. */
  readonly clear: () => void;
}

const barWidth = 20;
const redrawMs = 100;
const lineMs = 3000;

/** One line that is redrawn on a terminal, a plain line every few seconds elsewhere. */
export function progressDisplay(): ProgressDisplay {
  return process.stderr.isTTY ? redrawnLine() : plainLines();
}

/** No display at all. */
export const noProgress: ProgressDisplay = { show: () => undefined, clear: () => undefined };

function redrawnLine(): ProgressDisplay {
  let drawnAt = Number.NEGATIVE_INFINITY;
  const clear = (): void => {
    process.stderr.write('\r\u001b[K');
    drawnAt = Number.NEGATIVE_INFINITY;
  };
  const show = (progress: IngestProgress): void => {
    const { done, total, elapsedMs } = progress;
    if (elapsedMs - drawnAt < redrawMs) return;
    drawnAt = elapsedMs;
    const filled = Math.floor((barWidth * done) / total);
    const bar = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)}`;
    const text = describe(progress);
    const fits = barWidth + 1 + terminalWidth(text) < process.stderr.columns;
    process.stderr.write(`\r\u001b[K${fits ? `${styledNote('cyan', bar)} ` : ''}${text}`);
  };
  return { show, clear };
}

function plainLines(): ProgressDisplay {
  let printedAt = 0;
  const show = (progress: IngestProgress): void => {
    if (progress.elapsedMs - printedAt < lineMs) return;
    printedAt = progress.elapsedMs;
    writeNote(describe(progress));
  };
  return { show, clear: () => undefined };
}

function describe({ done, total, tally, elapsedMs }: IngestProgress): string {
  return `${done}/${total} documents  ${paceOf(tally.pages, elapsedMs)}  ${tally.problems} problems`;
}

/** How fast pages are read; scans take seconds a page. */
export function paceOf(pages: number, elapsedMs: number): string {
  return `${(pages / Math.max(elapsedMs / 1000, 0.001)).toFixed(1)} pages/s`;
}
