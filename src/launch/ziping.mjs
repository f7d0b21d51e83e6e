#!/usr/bin/env node
// The command `ziping`: the program itself is in src/cli; this sees to it that it can run.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cannotStart, isNewEnough } from './required-node.mjs';

const program = fileURLToPath(new URL('../../dist/program/main.cjs', import.meta.url));

if (!isNewEnough()) {
  const { runUnderFetchedNode } = await import('./run-script.mjs');
  runUnderFetchedNode(fileURLToPath(import.meta.url), process.argv.slice(2));
} else if (!existsSync(program)) {
  console.error(`ziping is not built: ${program} is missing. Run npm ci.`);
  process.exitCode = cannotStart;
} else {
  endWithLauncher();
  const { runWithKeptCode } = await import('./kept-code.mjs');
  runWithKeptCode(program);
}

/**
 * Where another process started this one (see run-script.mjs), end when that one is killed outright: nobody
 * would stop this one otherwise.
 */
function endWithLauncher() {
  if (process.channel === undefined) return;
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
