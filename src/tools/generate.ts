import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { z } from 'zod';
import { commandHelps } from '../cli/program.ts';
import { layoutSchema } from '../forms/layout.ts';
import { loadLayouts } from '../forms/load-layouts.ts';
import { extractionSchema } from '../model/record.ts';
import { pipelineSchema } from '../pipeline/pipeline.ts';
import { formRules } from '../rules/index.ts';
import { namedQueries } from '../store/queries/index.ts';
import { referencePage } from './reference.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What each generated file must hold, by its path from the root. */
const generated: Readonly<Record<string, string>> = {
  'schemas/extraction.schema.json': schemaText(extractionSchema, {
    title: 'The record: what `ziping extract --json` prints',
    io: 'output',
  }),
  'schemas/layout.schema.json': schemaText(layoutSchema, { title: 'A form layout: schemas/forms/*.json', io: 'input' }),
  'schemas/pipeline.schema.json': schemaText(pipelineSchema, { title: 'A pipeline: pipelines/*.json', io: 'input' }),
  'docs/commands.md': commandReference(),
  'docs/reference.md': referencePage({ rules: formRules, layouts: await loadLayouts(), queries: namedQueries }),
};

/** `io`: as a person writes it, where defaults may be left out, or as the program gives it. */
function schemaText(
  schema: z.ZodType,
  { title, io }: { readonly title: string; readonly io: 'input' | 'output' },
): string {
  // zod marks what TypeScript must not change; readers of JSON take readOnly for something else.
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    io,
    override: (context) => delete context.jsonSchema.readOnly,
  });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}

function commandReference(): string {
  const commands = commandHelps(100).map(({ name, help }) => `## ${name}\n\n\`\`\`text\n${help}\n\`\`\`\n`);
  const intro =
    'Generated from `--help` by `npm run generate`. From a checkout, run `npm run --silent ziping -- COMMAND`.\n';
  return ['# Commands\n', intro, ...commands].join('\n');
}

async function currentText(file: string): Promise<string | null> {
  try {
    return await readFile(path.join(root, file), 'utf8');
  } catch {
    return null;
  }
}

async function generate({ check }: { readonly check?: boolean }): Promise<void> {
  for (const [file, text] of Object.entries(generated)) {
    if ((await currentText(file)) === text) continue;
    if (check === true) {
      console.error(`${file} is not current: run npm run generate`);
      process.exitCode = 1;
    } else {
      await mkdir(path.dirname(path.join(root, file)), { recursive: true });
      await writeFile(path.join(root, file), text);
      console.error(`${file} written`);
    }
  }
}

await new Command('npm run generate --')
  .description('Writes the files that follow from the sources.')
  .option('--check', 'write nothing, name the files that are not current, and end with 1 where there is one')
  .action(generate)
  .parseAsync();
