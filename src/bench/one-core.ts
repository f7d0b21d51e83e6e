import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** Of util-linux: runs a command on some cores alone. */
const program = 'taskset';

/**
 * Starts this command again, on one core with all that it starts, and returns its exit status; `null` where it has
 * one core already, or the system has no `taskset`.
 */
export function rerunOnOneCore(): number | null {
  if (availableParallelism() === 1) return null;
  const core = lastAllowedCore();
  if (core === null) return null;
  const command = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  const { status, error } = spawnSync(program, ['--cpu-list', core, ...command], { stdio: 'inherit' });
  return error === undefined ? (status ?? 1) : null;
}

/** A container may have any cores of its machine: 0-1, or 4,6-7. */
function lastAllowedCore(): string | null {
  try {
    return /^Cpus_allowed_list:.*?(\d+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? null;
  } catch {
    return null;
  }
}
