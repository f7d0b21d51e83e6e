/** A file that breaks a rule, and what a check says of it. */
export interface Offence {
  readonly file: string;
  /** Text that breaks the rule on purpose: it is written into a copy of the project, never compiled with this one. */
  readonly source: string;
  /** Stands in the check's output, near the file's name. */
  readonly rule: string;
}

/** Put together here, so that who looks for them in the project finds none but those that are meant. */
const anyType = ['a', 'ny'].join('');
const toDo = ['TO', 'DO'].join('');

const parts = Array.from({ length: 210 }, (_, n) => `export const part${n} = ${n};\n`).join('');
const steps = Array.from({ length: 45 }, (_, n) => `  console.log(${n});\n`).join('');

/** By the script of package.json that must find them. */
export const offences: Readonly<Record<string, readonly Offence[]>> = {
  'format:check': [{ file: 'src/text/untidy.ts', source: 'export const a = "1"\n', rule: 'untidy.ts' }],
  typecheck: [{ file: 'src/text/mistyped.ts', source: "export const a: number = '1';\n", rule: 'TS2322' }],
  lint: [
    { file: 'src/text/floating.ts', source: 'Promise.resolve(1);\n', rule: 'no-floating-promises' },
    { file: 'src/text/any.ts', source: `export const a = 1 as ${anyType};\n`, rule: 'no-explicit-any' },
    { file: 'src/text/unsafe.ts', source: "export const a: string = JSON.parse('1');\n", rule: 'no-unsafe-assignment' },
    {
      file: 'src/text/non-null.ts',
      source: "export const a = ['x'].at(0)!;\n",
      rule: 'no-non-null-assertion',
    },
    { file: 'src/text/console.ts', source: "console.log('x');\n", rule: 'no-console' },
    { file: 'src/text/exit.ts', source: 'process.exit(1);\n', rule: 'no-process-exit' },
    { file: 'src/text/long-file.ts', source: parts, rule: 'max-lines' },
    { file: 'src/cli/long.ts', source: `export function long(): void {\n${steps}}\n`, rule: 'max-lines-per-function' },
    {
      file: 'src/text/params.ts',
      source: 'export const sum = (a: number, b: number, c: number, d: number): number => a + b + c + d;\n',
      rule: 'max-params',
    },
    {
      file: 'src/text/blank.ts',
      source: 'export const isGiven = (n: number | null): boolean => (n ? true : false);\n',
      rule: 'strict-boolean-expressions',
    },
    {
      file: 'src/text/to-do.ts',
      source: `// ${toDo} later\nexport const a = 1;\n`,
      rule: 'no-warning-comments',
    },
    { file: 'src/text/default.ts', source: 'export default 1;\n', rule: 'no-default-export' },
    {
      file: 'test/mock.test.ts',
      source: "import { vi } from 'vitest';\nvi.mock('../src/index.ts');\n",
      rule: 'no-restricted-vi-methods',
    },
  ],
  imports: [
    { file: 'src/model/upwards.ts', source: "import '../text/half.ts';\n", rule: 'model-imports-down-only' },
    { file: 'src/tables/sideways.ts', source: "import '../rules/rule.ts';\n", rule: 'tables-imports-down-only' },
    {
      file: 'src/rules/rule.ts',
      source: "import type { A } from '../forms/form.ts';\nexport type B = A;\n",
      rule: 'rules-imports-down-only',
    },
    { file: 'src/forms/form.ts', source: "export type A = 'a';\n", rule: 'forms/form.ts' },
    { file: 'src/stages/stage.ts', source: "import '../pipeline/run.ts';\n", rule: 'stages-imports-down-only' },
    { file: 'src/pipeline/run.ts', source: "import '../index.ts';\n", rule: 'pipeline-imports-down-only' },
    { file: 'src/cli/shortcut.ts', source: "import '../pipeline/run.ts';\n", rule: 'cli-through-the-library' },
    { file: 'src/text/circle.ts', source: "import './circle-back.ts';\n", rule: 'no-circles' },
    { file: 'src/text/circle-back.ts', source: "import './circle.ts';\n", rule: 'no-circles' },
    { file: 'src/text/alone.ts', source: 'export const a = 1;\n', rule: 'no-orphans' },
    { file: 'src/misc/odd.ts', source: "import '../text/half.ts';\n", rule: 'known-folders' },
    { file: 'src/text/missing.ts', source: "import './nowhere.ts';\n", rule: 'resolvable' },
    { file: 'src/text/undeclared.ts', source: "import 'fast-check';\n", rule: 'declared' },
    { file: 'src/text/test-import.ts', source: "import '../../test/helper.ts';\n", rule: 'tests-stay-outside' },
    { file: 'test/helper.ts', source: 'export const a = 1;\n', rule: 'test/helper.ts' },
    { file: 'src/cli/pdf.ts', source: "import 'pdfjs-dist/legacy/build/pdf.mjs';\n", rule: 'pdfjs-dist-at-home' },
    { file: 'src/draw/pdfium.ts', source: "import '@embedpdf/pdfium';\n", rule: 'embedpdf-pdfium-at-home' },
    { file: 'src/queue/database.ts', source: "import 'better-sqlite3';\n", rule: 'better-sqlite3-at-home' },
    { file: 'src/store/commands.ts', source: "import 'commander';\n", rule: 'commander-at-home' },
    { file: 'src/text/image.ts', source: "import 'sharp';\n", rule: 'sharp-at-home' },
  ],
  unused: [
    { file: 'src/text/unused.ts', source: 'export const a = 1;\n', rule: 'Unused files' },
    { file: 'src/text/half.ts', source: 'export const half = 0.5;\nexport const spare = 2;\n', rule: 'spare' },
  ],
};
