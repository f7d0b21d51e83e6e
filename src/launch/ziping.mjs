#!/usr/bin/env node
// The command `ziping`: the program itself is in src/cli; this sees to it that it can run.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { keepCompiledCode } from './compile-cache.mjs';
import { cannotStart, isNewEnough } from './required-node.mjs';
import { endWithLauncher, runUnderFetchedNode } from './run-script.mjs';

const program = new URL('../../dist/cli/main.js', import.meta.url);

if (!isNewEnough()) {
  runUnderFetchedNode(fileURLToPath(import.meta.url), process.argv.slice(2));
} else if (!existsSync(program)) {
  console.error(`ziping is not built: ${fileURLToPath(program)} is missing. Run npm ci.`);
  process.exitCode = cannotStart;
} else {
  endWithLauncher();
  keepCompiledCode();
  await import(program.href);
}
