#!/usr/bin/env node
// Runs a script under a Node that is new enough: node src/launch/with-node.mjs SCRIPT [ARGUMENT...]
import { runScript } from './run-script.mjs';

const [script, ...args] = process.argv.slice(2);
if (script === undefined) {
  console.error('usage: node src/launch/with-node.mjs SCRIPT [ARGUMENT...]');
  process.exit(2);
}
await runScript(script, args);
