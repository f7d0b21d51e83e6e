import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isNewEnough } from '../../src/launch/required-node.mjs';

/** A Node of this machine that is too old for the program; `null` where there is none, as on most machines. */
export const oldNode: string | null = findOldNode();

/** The Nodes to start a launcher with, by name: the one that runs the tests, and an old one where there is one. */
export const nodes: readonly (readonly [name: string, path: string])[] = [
  ['this Node', process.execPath],
  ...(oldNode === null ? [] : [['an old Node', oldNode] as const]),
];

function findOldNode(): string | null {
  const folders = process.env['PATH']?.split(delimiter) ?? [];
  const found = folders.map((folder) => join(folder, 'node')).filter((path) => existsSync(path));
  return found.find((path) => !isNewEnough(versionOf(path))) ?? null;
}

function versionOf(node: string): string {
  return execFileSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).trim();
}
