import type { Layout } from '../../src/forms/layout.ts';
import { type IndicatorsReading, readIndicators } from '../../src/forms/read-indicators.ts';
import { type Block, headedRowsOf, sectionOf, valuesOf } from './table-builder.ts';

/** What is read as indicators from blocks of which the first row is the header. */
export function indicatorsIn(layout: Layout, ...blocks: readonly Block[]): IndicatorsReading {
  const { header, body } = headedRowsOf(...blocks);
  return readIndicators(header, body, sectionOf(layout, 'indicators'));
}

/** Each row as level 1, its weight, level 2, level 3, target, actual value and score. */
export function shortRows({ indicators }: IndicatorsReading): (string | number | undefined)[][] {
  return indicators.map((row) => {
    const { level1, level1Weight, level2, level3, target, actual, score } = valuesOf(row);
    return [level1, level1Weight, level2, level3, target, actual, score];
  });
}
