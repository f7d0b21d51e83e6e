import { mkdir } from 'node:fs/promises';
import { Command, InvalidArgumentError, Option } from 'commander';
import { parseCount } from '../../src/cli/options.ts';
import { inventDocuments, type Producer, producers } from './documents.ts';
import { writeDumps } from './dump-files.ts';
import { writePdfs } from './pdf-files.ts';
import { type LayoutName, layouts } from './record.ts';
import { type DamageKind, damageKinds } from './render/dump-damage.ts';
import { type ProfileName, profileNames } from './scan/profiles/index.ts';
import { writeScans } from './scan/scans.ts';

interface BatchOptions {
  readonly seed: string;
  readonly count: number;
  readonly out: string;
  readonly layout: LayoutName | null;
}

const program = new Command('npm run samples --').description(
  'Invents forms and writes them as documents, each with a .truth.json beside it that says what it holds.',
);
documents('pdf', 'PDF files with text, named NNN-PRODUCER-LAYOUT')
  .addOption(choice('--producer <NAME>', 'program that makes them, if it is installed', producers))
  .action(async (options: BatchOptions & { readonly producer: Producer | null }) => {
    await mkdir(options.out, { recursive: true });
    await writePdfs(inventDocuments(options), options.producer, options.out);
  });
documents('dump', 'text files of tables, named NNN-dump-LAYOUT')
  .addOption(choice('--damage <NAME>', 'what is done to the text', ['any', ...damageKinds]))
  .action(async (options: BatchOptions & { readonly damage: DamageKind | null }) => {
    await mkdir(options.out, { recursive: true });
    await writeDumps(inventDocuments(options), options.damage, options.out);
  });
documents('scans', 'damaged prints, each with a .damage.json that says what was done to it')
  .addOption(choice('--damage <NAME>', 'the device that they went through', profileNames))
  .addOption(new Option('--dpi <N>', 'resolution, 72 to 600').argParser(parseDpi).default(null, 'drawn'))
  .action(async ({ damage, ...options }: BatchOptions & { damage: ProfileName | null; dpi: number | null }) => {
    await writeScans({ ...options, profile: damage });
  });
await program.parseAsync();

function documents(kind: string, description: string): Command {
  return program
    .command(kind)
    .description(description)
    .requiredOption('--out <DIR>', 'folder that they are written to')
    .option('--seed <TEXT>', 'the same seed gives the same documents', '1')
    .option('--count <N>', 'how many', parseCount, 10)
    .addOption(choice('--layout <ID>', 'form layout', layouts));
}

function choice(flags: string, description: string, names: readonly string[]): Option {
  return new Option(flags, description).choices(names).default(null, 'drawn');
}

/** @throws InvalidArgumentError */
function parseDpi(text: string): number {
  const dpi = Number(text);
  if (dpi >= 72 && dpi <= 600) return dpi;
  throw new InvalidArgumentError('Expected 72 to 600.');
}
