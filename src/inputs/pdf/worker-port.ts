import type { Transferable } from 'node:worker_threads';

type Listener = (event: { readonly data: object }) => void;

/**
 * The line between the two halves of pdfjs-dist, its interface and its worker, where both run in one thread: what
 * either posts, both hear, and take if it is meant for them.
 *
 * Its own line copies every message whole, as threads must. Here operator lists, which are nearly all of it, are handed
 * over as they are: copying them takes a tenth of the time that reading a page takes. The worker empties and fills
 * again the two arrays that a list consists of, so these are new; what stands in them it never changes once it is sent.
 */
export class WorkerPort {
  readonly #listeners = new Set<Listener>();
  /** Streams of refused pages, by who reads them and their number. */
  readonly #canceled = new Set<string>();

  addEventListener(_: 'message', listener: Listener, { signal }: { readonly signal: AbortSignal }): void {
    this.#listeners.add(listener);
    signal.addEventListener('abort', () => this.#listeners.delete(listener), { once: true });
  }

  postMessage(message: object, transfer?: Transferable[] | null): void {
    if (this.#answersCancel(message)) return;
    const data =
      withOperators(message) ?? this.#withoutCancel(message) ?? structuredClone(message, { transfer: transfer ?? [] });
    queueMicrotask(() => {
      for (const listener of this.#listeners) listener({ data });
    });
  }

  /**
   * For a message that cancels a stream, one that asks for all the rest of it, else `null`. Canceled while it waits for
   * nothing, a stream of the worker rejects a promise that nobody looks at, and Node ends the process. With room for
   * all, it goes on instead until its task is ended, which follows: streams are canceled here only as documents are
   * destroyed.
   */
  #withoutCancel(message: object): object | null {
    if (!isOfStream(message, streamKinds.cancel)) return null;
    this.#canceled.add(`${message.sourceName} ${message.streamId}`);
    return { ...message, stream: streamKinds.pull, desiredSize: Infinity };
  }

  /** Whether a message answers a request that was put in the place of a cancel: its stream may be forgotten by then. */
  #answersCancel(message: object): boolean {
    const isAnswer = isOfStream(message, streamKinds.pullComplete);
    return isAnswer && this.#canceled.has(`${message.targetName} ${message.streamId}`);
  }
}

/** How pdfjs numbers the messages about its streams. */
const streamKinds = { cancel: 1, pull: 6, pullComplete: 7 } as const;

interface StreamMessage {
  readonly stream: number;
  readonly streamId: number;
  readonly sourceName: string;
  readonly targetName: string;
}

function isOfStream(message: object, kind: number): message is StreamMessage {
  return 'stream' in message && message.stream === kind;
}

/** The message with arrays of its own if it carries a part of an operator list, else `null`. */
function withOperators(message: object): object | null {
  if (!('chunk' in message)) return null;
  const { chunk } = message;
  if (typeof chunk !== 'object' || chunk === null || !('fnArray' in chunk) || !('argsArray' in chunk)) return null;
  const { fnArray, argsArray } = chunk;
  if (!Array.isArray(fnArray) || !Array.isArray(argsArray)) return null;
  return { ...message, chunk: { ...chunk, fnArray: fnArray.slice(), argsArray: argsArray.slice() } };
}
