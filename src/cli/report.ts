import { ExtractionError, exitCodes, type Problem } from '../index.ts';
import { styledNote, writeNote } from './terminal.ts';

/** Says on standard error what cannot go on, where, and what to do next. Returns the exit code for it. */
export function reportError(error: unknown): number {
  if (!(error instanceof ExtractionError)) {
    writeNote(
      `${styledNote('red', 'error:')} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    writeNote('  next: this is a fault of the program; please report it with what was run');
    return exitCodes.nothingRead;
  }
  const { code, document, stage, page, hint, exitCode } = error.details;
  const place = [
    document,
    stage === undefined ? undefined : `stage ${stage}`,
    page === undefined ? undefined : `page ${page}`,
  ];
  const where = place.filter((part) => part !== undefined).join(', ');
  writeNote(`${styledNote('red', 'error:')} ${error.message} [${code}]`);
  if (where !== '') writeNote(`  where: ${where}`);
  writeNote(`  next: ${hint}`);
  return exitCode;
}

/** Says on standard error what could not be read of a document, and what to do next; the same of many pages once. */
export function reportProblems(path: string, problems: readonly Problem[]): void {
  const alike = Object.groupBy(problems, (problem) => JSON.stringify({ ...problem, page: null }));
  for (const group of Object.values(alike)) reportAlike(path, group ?? []);
}

/** `problems` differ in their pages alone. */
function reportAlike(path: string, problems: readonly Problem[]): void {
  const [first] = problems;
  if (first === undefined) return;
  const { code, message, hint, stage, form, field } = first;
  const pages = problems.flatMap(({ page }) => page ?? []);
  const place = [`stage ${stage}`];
  if (pages.length > 0) place.push(`${pages.length === 1 ? 'page' : 'pages'} ${pages.join(', ')}`);
  if (form !== undefined) place.push(`form ${form + 1}`);
  if (field !== undefined) place.push(field);
  writeNote(`${styledNote('yellow', 'problem:')} ${path}: ${message} [${code}]`);
  writeNote(`  where: ${place.join(', ')}`);
  writeNote(`  next: ${hint}`);
}
