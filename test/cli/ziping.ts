import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { run, type Run } from '../tool-chain/run.ts';

/** The launcher that a user starts; it runs dist/. */
export const launcher = fileURLToPath(new URL('../../src/launch/ziping.mjs', import.meta.url));

/** The path of a sample. */
export function sample(name: string): string {
  return fileURLToPath(new URL(`../../samples/${name}`, import.meta.url));
}

/** Runs a command as a user would, in `cwd`. */
export function ziping(args: readonly string[], cwd?: string): Promise<Run> {
  return run(process.execPath, [launcher, ...args], cwd === undefined ? {} : { cwd });
}

/** A folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ziping-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}
