import { Command } from 'commander';
import { addExtractCommand } from './extract.ts';
import { addIngestCommand } from './ingest.ts';
import { addQueryCommand } from './query.ts';

/** What a command's help says. */
export interface CommandHelp {
  readonly name: string;
  /** Words of each option: `--db <FILE>`. */
  readonly options: readonly string[];
  readonly help: string;
}

const exitCodeHelp = `
Data goes to standard output, all else to standard error. Exit codes:
  0    all well
  1    with --strict: a document could not be read, or a value needs review
  2    wrong usage
  3    nothing could be read
  4    the database
  78   the program cannot start: Node is too old, or it is not built
  130  interrupted`;

/** The command line. `version` is what --version prints. */
export function createProgram(version: string): Command {
  const program = new Command('ziping')
    .description(
      'Turns 绩效自评表 (performance self-evaluation forms) into a database that shows where each value stands.',
    )
    .version(version)
    .exitOverride()
    .showHelpAfterError('(--help lists what can be given)')
    .addHelpText('after', exitCodeHelp);
  addIngestCommand(program);
  addExtractCommand(program);
  addQueryCommand(program);
  return program;
}

/** The help of the program and of each command, `width` columns wide. */
export function commandHelps(width: number): readonly CommandHelp[] {
  const program = createProgram('');
  return [program, ...program.commands].map((command) => {
    let help = '';
    command.configureHelp({ helpWidth: width });
    command.configureOutput({ writeOut: (text) => (help += text) });
    command.outputHelp();
    return {
      name: command === program ? 'ziping' : `ziping ${command.name()}`,
      options: command.options.map((option) => option.flags),
      help: help.trimEnd(),
    };
  });
}
