import { styleText } from 'node:util';

/** Columns to print data in: the terminal's, or what COLUMNS says; `null` where nothing bounds a line. */
export function columnsOfOutput(): number | null {
  if (process.stdout.isTTY) return process.stdout.columns;
  const stated = Number(process.env['COLUMNS']);
  return Number.isInteger(stated) && stated > 0 ? stated : null;
}

/** Columns for text that a person reads; 100 where nothing bounds a line. */
export function readingWidth(): number {
  return columnsOfOutput() ?? 100;
}

/** Data, and nothing else, goes to standard output. */
export function writeData(text: string): void {
  process.stdout.write(text);
}

/** Progress, notes and errors go to standard error, a line each. */
export function writeNote(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Text in a style where standard output is a terminal that shows it, and NO_COLOR does not forbid it. */
export function styledData(style: Parameters<typeof styleText>[0], text: string): string {
  return styleText(style, text, { stream: process.stdout });
}

/** Text in a style on standard error. */
export function styledNote(style: Parameters<typeof styleText>[0], text: string): string {
  return styleText(style, text, { stream: process.stderr });
}

/**
 * A reader that goes away early (`| head`) is no error: there is nobody left to tell.
 * Other errors of the output end the program like errors elsewhere.
 */
export function endQuietlyWithReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit();
    });
  }
}
