import { rename } from 'node:fs/promises';
import type { Random } from '../random.ts';
import { run } from './run.ts';

/** What is done to a finished PDF file: qpdf's arguments, none for most files. */
export function drawPostProcessing(random: Random): readonly string[] {
  const turned = random.chance(0.12) ? [`--rotate=+${random.pick([90, 180, 270])}`] : [];
  const objects = random.chance(0.15) ? ['--object-streams=generate'] : [];
  const linearized = random.chance(0.12) ? ['--linearize'] : [];
  const plain = random.chance(0.05) ? ['--stream-data=uncompress'] : [];
  return [...turned, ...objects, ...linearized, ...plain];
}

/** Runs qpdf over a file in place; does nothing without arguments. */
export async function postProcess(pdfPath: string, args: readonly string[]): Promise<void> {
  if (args.length === 0) return;
  const processed = `${pdfPath}.processed`;
  await run('qpdf', [...args, pdfPath, processed]);
  await rename(processed, pdfPath);
}
