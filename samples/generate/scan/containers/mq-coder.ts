/** The MQ encoder (ITU-T T.88, annex E; flow charts of the encoder in T.800, annex C.2). */
export interface MqEncoder {
  encode(context: number, bit: number): void;
  /** The coded bytes with their end marker. */
  finish(): Uint8Array;
}

/**
 * T.88, table E.1: probability of the less probable bit, next state after it, next state after the other, whether they
 * swap.
 */
const states: readonly (readonly [number, number, number, 0 | 1])[] = [
  [0x5601, 1, 1, 1],
  [0x3401, 6, 2, 0],
  [0x1801, 9, 3, 0],
  [0x0ac1, 12, 4, 0],
  [0x0521, 29, 5, 0],
  [0x0221, 33, 38, 0],
  [0x5601, 6, 7, 1],
  [0x5401, 14, 8, 0],
  [0x4801, 14, 9, 0],
  [0x3801, 14, 10, 0],
  [0x3001, 17, 11, 0],
  [0x2401, 18, 12, 0],
  [0x1c01, 20, 13, 0],
  [0x1601, 21, 29, 0],
  [0x5601, 14, 15, 1],
  [0x5401, 14, 16, 0],
  [0x5101, 15, 17, 0],
  [0x4801, 16, 18, 0],
  [0x3801, 17, 19, 0],
  [0x3401, 18, 20, 0],
  [0x3001, 19, 21, 0],
  [0x2801, 19, 22, 0],
  [0x2401, 20, 23, 0],
  [0x2201, 21, 24, 0],
  [0x1c01, 22, 25, 0],
  [0x1801, 23, 26, 0],
  [0x1601, 24, 27, 0],
  [0x1401, 25, 28, 0],
  [0x1201, 26, 29, 0],
  [0x1101, 27, 30, 0],
  [0x0ac1, 28, 31, 0],
  [0x09c1, 29, 32, 0],
  [0x08a1, 30, 33, 0],
  [0x0521, 31, 34, 0],
  [0x0441, 32, 35, 0],
  [0x02a1, 33, 36, 0],
  [0x0221, 34, 37, 0],
  [0x0141, 35, 38, 0],
  [0x0111, 36, 39, 0],
  [0x0085, 37, 40, 0],
  [0x0049, 38, 41, 0],
  [0x0025, 39, 42, 0],
  [0x0015, 40, 43, 0],
  [0x0009, 41, 44, 0],
  [0x0005, 42, 45, 0],
  [0x0001, 43, 45, 0],
  [0x5601, 46, 46, 0],
];
const probabilities = Uint16Array.from(states, ([probability]) => probability);
const afterLess = Uint8Array.from(states, ([, next]) => next);
const afterMore = Uint8Array.from(states, ([, , next]) => next);
const swaps = Uint8Array.from(states, ([, , , swap]) => swap);

export function createMqEncoder(contextCount: number): MqEncoder {
  const state = new Uint8Array(contextCount);
  const likely = new Uint8Array(contextCount);
  const register = new CodeRegister();
  const encode = (context: number, bit: number): void => {
    const index = state[context] ?? 0;
    const probability = probabilities[index] ?? 0;
    const isLikely = bit === likely[context];
    if (!register.narrow(probability, isLikely)) return;
    if (!isLikely && swaps[index] === 1) likely[context] = 1 - (likely[context] ?? 0);
    state[context] = (isLikely ? afterMore[index] : afterLess[index]) ?? 0;
    register.renormalise();
  };
  return { encode, finish: () => register.flush() };
}

/** The interval that stands for all bits so far, and the bytes that are already certain. */
class CodeRegister {
  private readonly bytes: number[] = [];
  private interval = 0x8000;
  private code = 0;
  private shifts = 12;
  /** The byte that a carry may still reach; -1 before the first. */
  private held = -1;

  /** Takes the likely or the unlikely part of the interval; true where it has become too small. */
  narrow(probability: number, isLikely: boolean): boolean {
    this.interval -= probability;
    if (isLikely && (this.interval & 0x8000) !== 0) {
      this.code += probability;
      return false;
    }
    // The larger part goes to the likely bit, whichever end it lies at.
    if (isLikely === this.interval < probability) this.interval = probability;
    else this.code += probability;
    return true;
  }

  renormalise(): void {
    do {
      this.interval = (this.interval << 1) & 0xffff;
      this.code = (this.code << 1) >>> 0;
      this.shifts -= 1;
      if (this.shifts === 0) this.byteOut();
    } while ((this.interval & 0x8000) === 0);
  }

  flush(): Uint8Array {
    const end = this.code + this.interval;
    this.code |= 0xffff;
    if (this.code >= end) this.code -= 0x8000;
    for (let last = 0; last < 2; last += 1) {
      this.code = (this.code << this.shifts) >>> 0;
      this.byteOut();
    }
    if (this.held !== 0xff) this.bytes.push(this.held);
    return Uint8Array.from([...this.bytes, 0xff, 0xac]);
  }

  private byteOut(): void {
    if (this.held !== 0xff && this.code >= 0x8000000) {
      // The carry goes into the byte that was held back.
      this.held += 1;
      this.code &= 0x7ffffff;
    }
    const isStuffed = this.held === 0xff;
    if (this.held >= 0) this.bytes.push(this.held);
    this.held = isStuffed ? this.code >>> 20 : this.code >>> 19;
    this.code &= isStuffed ? 0xfffff : 0x7ffff;
    this.shifts = isStuffed ? 7 : 8;
  }
}
