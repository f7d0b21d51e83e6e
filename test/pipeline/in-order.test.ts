import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inBatches } from '../../src/pipeline/in-batches.ts';
import { inOrder } from '../../src/pipeline/in-order.ts';

const numbers = Array.from({ length: 100 }, (_, n) => n);

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

test.each([1, 4, 200])('results come in the order of the items at concurrency %i', async (concurrency) => {
  const work = async (n: number) => wait((n * 7) % 5, { n });
  const results = await collect(inOrder(numbers, { work, concurrency, signal: undefined }));
  expect(results.map(({ n }) => n)).toStrictEqual(numbers);
});

test('no more are worked on at a time, and no more wait for a slow one than a bound', async () => {
  let active = 0;
  let started = 0;
  let most = 0;
  const work = async (n: number) => {
    active += 1;
    started += 1;
    most = Math.max(most, active);
    await wait(n === 0 ? 100 : 1);
    active -= 1;
    return { n, startedBefore: started };
  };
  const [first] = await collect(inOrder(numbers, { work, concurrency: 3, signal: undefined }));
  expect(most).toBe(3);
  expect(first?.startedBefore).toBeLessThan(30);
});

test('a signal ends the results, whatever is under way', async () => {
  const controller = new AbortController();
  const work = (n: number) => (n < 10 ? Promise.resolve({ n }) : new Promise<{ n: number }>(() => undefined));
  const results: number[] = [];
  for await (const { n } of inOrder(numbers, { work, concurrency: 2, signal: controller.signal })) {
    results.push(n);
    if (n === 9) setTimeout(() => controller.abort(), 10);
  }
  expect(results).toStrictEqual(numbers.slice(0, 10));
});

test('what one item rejects with comes out in its turn', async () => {
  const work = (n: number) => (n === 3 ? Promise.reject(new Error('three')) : Promise.resolve({ n }));
  const seen: number[] = [];
  const run = async () => {
    for await (const { n } of inOrder(numbers, { work, concurrency: 4, signal: undefined })) seen.push(n);
  };
  await expect(run()).rejects.toThrow('three');
  expect(seen).toStrictEqual([0, 1, 2]);
});

async function* withPause(): AsyncGenerator<number> {
  yield* [1, 2, 3, 4, 5];
  await wait(30);
  yield* [6, 7];
}

test('batches by size and by age', async () => {
  expect(await collect(inBatches(withPause(), { size: 3, ageMs: 20 }))).toStrictEqual([[1, 2, 3], [4, 5, 6], [7]]);
});
