/** One example: its features, and whether what they tell of came true. */
export interface Example {
  readonly features: readonly number[];
  readonly isTrue: boolean;
}

/** What was fitted: the probability is 1 / (1 + e^-(constant + sum of weight × feature)). */
export interface Fit {
  readonly constant: number;
  readonly weights: readonly number[];
}

const rounds = 3000;
const rate = 0.5;
/** Weights are held this near to 0, so that few examples do not make one endless. */
const decay = 1e-4;

/** Logistic regression by gradient descent on features that are brought to one scale first. */
export function fitLogistic(examples: readonly Example[]): Fit {
  const count = examples[0]?.features.length ?? 0;
  const means = columns(count, (at) => meanOf(examples.map(({ features }) => features[at] ?? 0)));
  const spreads = columns(count, (at) => {
    const mean = means[at] ?? 0;
    return Math.sqrt(meanOf(examples.map(({ features }) => ((features[at] ?? 0) - mean) ** 2))) || 1;
  });
  const scaled = examples.map(({ features, isTrue }) => ({
    isTrue,
    features: features.map((feature, at) => (feature - (means[at] ?? 0)) / (spreads[at] ?? 1)),
  }));
  const { constant, weights } = descend(scaled, count);
  const own = weights.map((weight, at) => weight / (spreads[at] ?? 1));
  return { constant: constant - own.reduce((sum, weight, at) => sum + weight * (means[at] ?? 0), 0), weights: own };
}

function descend(examples: readonly Example[], count: number): Fit {
  let constant = 0;
  let weights = columns(count, () => 0);
  for (let round = 0; round < rounds; round++) {
    const slopes = columns(count, () => 0);
    let slope = 0;
    for (const { features, isTrue } of examples) {
      const error = probabilityOf({ constant, weights }, features) - (isTrue ? 1 : 0);
      slope += error;
      for (let at = 0; at < count; at++) slopes[at] = (slopes[at] ?? 0) + error * (features[at] ?? 0);
    }
    constant -= (rate * slope) / examples.length;
    weights = weights.map((weight, at) => weight - rate * ((slopes[at] ?? 0) / examples.length + decay * weight));
  }
  return { constant, weights };
}

/** The probability that a fit gives to features. */
export function probabilityOf({ constant, weights }: Fit, features: readonly number[]): number {
  const sum = weights.reduce((total, weight, at) => total + weight * (features[at] ?? 0), constant);
  return 1 / (1 + Math.exp(-sum));
}

function columns(count: number, value: (at: number) => number): number[] {
  return Array.from({ length: count }, (_, at) => value(at));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
