import { expect, test } from 'vitest';
import { readWeightedName } from '../../src/forms/weighted-names.ts';
import { reading } from './table-builder.ts';

const weighted = (text: string): [string | null, number | null] => {
  const { name, weight } = readWeightedName(reading(text), 0.9);
  return [name.value, weight.value];
};

test.each([
  '产出指标(40)',
  '产出指标（40）',
  '产出指标(40分)',
  '产出指标 ( 40分 )',
  '产出指标（４０分）',
  '产出指标【40】',
  '产出指标〔40分〕',
  '产出指标[40]',
  '产出指标(40%)',
  '产出指标(40％)',
  '产出指标(权重40)',
  '产出指标(权重：40)',
  '产出指标（分值:40分）',
  '产出指标(满分40分)',
  '产出指标40分',
  '产出指标40%',
  '产出指标40',
  '产出指标 40分',
  '产出指标(40.0分)',
  '产出指标(40分)，',
  '产出指标40)',
])('%s has a weight of 40', (text) => {
  expect(weighted(text)).toStrictEqual(['产出指标', 40]);
});

test.each(['产出指标', '产出指标(数量)', '效益指标(社会效益)', '指标1', '(40)'])('%s has none', (text) => {
  expect(weighted(text)).toStrictEqual([text, null]);
});

test('a weight may have decimals, and a name brackets', () => {
  expect(weighted('产出指标(12.5分)')).toStrictEqual(['产出指标', 12.5]);
  expect(weighted('满意度(服务对象)指标(10分)')).toStrictEqual(['满意度(服务对象)指标', 10]);
});

test('both are as sure as their label, and nothing is blank', () => {
  const { name, weight } = readWeightedName(reading('产出指标(40)'), 0.9);
  expect([name.certainty, weight.certainty]).toStrictEqual([0.9, 0.9]);
  expect(weighted('—')).toStrictEqual([null, null]);
});
