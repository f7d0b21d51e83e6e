import { expect, test } from 'vitest';
import { WorkerPort } from '../../../src/inputs/pdf/worker-port.ts';

/** What a port hands on of `message`. */
async function sent(message: object, transfer?: ArrayBuffer[]): Promise<unknown> {
  const port = new WorkerPort();
  const heard = new Promise((resolve) => {
    port.addEventListener('message', ({ data }) => resolve(data), { signal: new AbortController().signal });
  });
  port.postMessage(message, transfer);
  return heard;
}

test('operator lists arrive as they were sent, though the sender empties its own', async () => {
  const glyph = { unicode: '表' };
  const chunk = { fnArray: [44], argsArray: [[glyph]], lastChunk: false };
  const arriving = sent({ streamId: 1, chunk });
  chunk.fnArray.length = 0;
  chunk.argsArray.length = 0;
  const data = (await arriving) as { chunk: { argsArray: unknown[][] } };
  expect(data).toStrictEqual({ streamId: 1, chunk: { fnArray: [44], argsArray: [[glyph]], lastChunk: false } });
  expect(data.chunk.argsArray[0]?.[0]).toBe(glyph);
});

test('what cancels a stream asks for the rest of it', async () => {
  const stream = { sourceName: 'main', targetName: 'worker', streamId: 3 };
  expect(await sent({ ...stream, stream: 1, reason: new Error('destroyed') })).toMatchObject({
    ...stream,
    stream: 6,
    desiredSize: Infinity,
  });
  expect(await sent({ ...stream, stream: 4 })).toStrictEqual({ ...stream, stream: 4 });
});

test('an answer to that is not handed on, for its stream may be forgotten; others are', async () => {
  const port = new WorkerPort();
  const heard: object[] = [];
  port.addEventListener('message', ({ data }) => heard.push(data), { signal: new AbortController().signal });
  const answer = { sourceName: 'worker', targetName: 'main', stream: 7, success: true };
  port.postMessage({
    sourceName: 'main',
    targetName: 'worker',
    streamId: 3,
    stream: 1,
    reason: new Error('destroyed'),
  });
  port.postMessage({ ...answer, streamId: 3 });
  port.postMessage({ ...answer, streamId: 4 });
  port.postMessage({ ...answer, targetName: 'other', streamId: 3 });
  await Promise.resolve();
  expect(heard.slice(1)).toStrictEqual([
    { ...answer, streamId: 4 },
    { ...answer, targetName: 'other', streamId: 3 },
  ]);
});

test('everything else arrives as a copy, and what is transferred leaves the sender', async () => {
  const bytes = new Uint8Array([1, 2]);
  const message = { action: 'GetDocRequest', data: { bytes } };
  const data = (await sent(message, [bytes.buffer])) as typeof message;
  expect(data.data.bytes).toStrictEqual(new Uint8Array([1, 2]));
  expect(bytes.length).toBe(0);
});

test('all listeners hear a message, until they are told to stop', async () => {
  const port = new WorkerPort();
  const [stopping, going] = [new AbortController(), new AbortController()];
  const heard: string[] = [];
  port.addEventListener('message', () => heard.push('stopping'), stopping);
  port.addEventListener('message', () => heard.push('going'), going);
  port.postMessage({});
  await Promise.resolve();
  stopping.abort();
  port.postMessage({});
  await Promise.resolve();
  expect(heard).toStrictEqual(['stopping', 'going', 'going']);
});
