import { CommanderError } from 'commander';
import { exitCodes, programVersion } from '../index.ts';
import { createProgram } from './program.ts';
import { reportError } from './report.ts';
import { endQuietlyWithReader } from './terminal.ts';

endQuietlyWithReader();
void run();

/** A function, as the built program is CommonJS, which has no `await` outside of one. */
async function run(): Promise<void> {
  try {
    await createProgram(await programVersion()).parseAsync();
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}

/** Commander has said already what is wrong with the words of the command, or printed the help that was asked for. */
function exitCodeOf(error: unknown): number {
  if (!(error instanceof CommanderError)) return reportError(error);
  return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
}
