import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { siblingModule } from './sibling-module.ts';

const intervalMs = 500;

/**
 * Kills this process once `parent`, the process id of the one that started it, is gone. A statement that never ends
 * keeps the process from noticing by itself that nobody waits for it any more, so a thread of its own looks. The id
 * must come from the parent itself: one that died early has left this process another parent already.
 */
export function startParentWatch(parent: number): void {
  const watch = new Worker(siblingModule(import.meta.url, 'parent-watch'), { workerData: { parent } });
  watch.unref();
}

function isWatchData(data: unknown): data is { readonly parent: number } {
  return typeof data === 'object' && data !== null && 'parent' in data;
}

if (!isMainThread && isWatchData(workerData)) {
  const { parent } = workerData;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
  }, intervalMs);
}
