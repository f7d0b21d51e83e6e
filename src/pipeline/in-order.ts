import PQueue from 'p-queue';

export interface OrderedWork<Item, Result> {
  /** What it rejects with comes out in the item's turn, and ends the results. */
  readonly work: (item: Item) => Promise<Result>;
  /** How many items are worked on at a time. */
  readonly concurrency: number;
  /** Ends the results early; what is under way is left alone. */
  readonly signal: AbortSignal | undefined;
}

/** How many results may wait for a slow item before them, for each item worked on at a time: a bound on memory. */
const waitingEach = 8;

/** The results of `work` in the order of `items`, whatever the order in which they come. */
export async function* inOrder<Item, Result extends object>(
  items: Iterable<Item>,
  { work, concurrency, signal }: OrderedWork<Item, Result>,
): AsyncGenerator<Result, void> {
  const queue = new PQueue({ concurrency });
  const results: Promise<Result>[] = [];
  try {
    for (const item of items) {
      const result = queue.add(() => work(item));
      // Met when its turn comes; until then nobody waits for it.
      result.catch(() => null);
      results.push(result);
      if (results.length <= concurrency * waitingEach) continue;
      const first = await unlessAborted(results.shift(), signal);
      if (first === null) return;
      yield first;
    }
    for (const waiting of results) {
      const result = await unlessAborted(waiting, signal);
      if (result === null) return;
      yield result;
    }
  } finally {
    queue.clear();
  }
}

/** The result, or `null` once the signal is given. The listener goes with each call: a signal outlives many results. */
async function unlessAborted<Result>(
  result: Promise<Result> | undefined,
  signal: AbortSignal | undefined,
): Promise<Result | null> {
  const aborted = Promise.withResolvers<null>();
  const stop = (): void => aborted.resolve(null);
  signal?.addEventListener('abort', stop, { once: true });
  if (signal?.aborted === true) stop();
  try {
    return await Promise.race([aborted.promise, result ?? null]);
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}
