import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

export interface Run {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface RunOptions {
  readonly cwd?: string;
  /** Variables beside those of this process. */
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** Sent to the started process once it has printed its first output. */
  readonly sendAtFirstOutput?: NodeJS.Signals;
}

/** Starts `command` and waits for its end, whatever it is. */
export async function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const { cwd, env, stdin = '', sendAtFirstOutput } = options;
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env } });
  if (sendAtFirstOutput !== undefined) child.stdout.once('data', () => child.kill(sendAtFirstOutput));
  child.stdin.end(stdin);
  const ended = once(child, 'exit');
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  await ended;
  return { stdout, stderr, code: child.exitCode, signal: child.signalCode };
}
