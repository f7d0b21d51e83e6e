import { spawnSync } from 'node:child_process';

/** Something to measure: one run of it, and how long that took in milliseconds; `null` where it cannot run here. */
export type TimedRun = () => Promise<number | null> | number | null;

/**
 * Runs each contender once in every round, one after the other, so that whatever else the machine does meets all of
 * them alike; the first round warms caches and does not count. Returns each one's median in milliseconds.
 */
export async function medianTimes(contenders: readonly TimedRun[], rounds: number): Promise<(number | null)[]> {
  const times = contenders.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, run] of contenders.entries()) {
      const time = await run();
      if (round > 0 && time !== null) times[index]?.push(time);
    }
  }
  return times.map(medianOf);
}

/** The middle of some values, the mean of the two middle ones of an even number; `null` of none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

export interface ProcessOptions {
  /** Variables beside those of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** Exit statuses that are no failure; 0 alone where none are given. */
  readonly allowedStatus?: readonly number[];
}

/**
 * One run of a program from its start to its end, in milliseconds; `null` where it is not installed.
 * @throws Error where it fails
 */
export function timeProcess(program: string, args: readonly string[], options: ProcessOptions = {}): number | null {
  const { env, allowedStatus = [0] } = options;
  const startedAt = performance.now();
  const { status, error, stderr } = spawnSync(program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  const elapsedMs = performance.now() - startedAt;
  if (error !== undefined && 'code' in error && error.code === 'ENOENT') return null;
  if (error !== undefined) throw error;
  if (status === null || !allowedStatus.includes(status)) {
    throw new Error(`${program} ${args.join(' ')} ended with ${status}: ${stderr}`);
  }
  return elapsedMs;
}
