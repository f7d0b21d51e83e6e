/** When a batch is closed: by the number of its items or the time since its first, whichever comes sooner. */
export interface BatchLimits {
  readonly size: number;
  readonly ageMs: number;
}

/** Items in batches, in their order; the age is looked at when an item comes. */
export async function* inBatches<Item>(
  items: AsyncIterable<Item>,
  { size, ageMs }: BatchLimits,
): AsyncGenerator<readonly Item[], void> {
  let batch: Item[] = [];
  let openedAt = 0;
  for await (const item of items) {
    if (batch.length === 0) openedAt = performance.now();
    batch.push(item);
    if (batch.length < size && performance.now() - openedAt < ageMs) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
