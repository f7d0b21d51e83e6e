import { describe, expect, test } from 'vitest';
import type { Layout } from '../../src/forms/layout.ts';
import { type IndicatorsReading, readIndicators } from '../../src/forms/read-indicators.ts';
import type { Table } from '../../src/model/table.ts';
import { dumpTable, line, ministry, rowsOf, ruledTable, sectionOf, shijiazhuang, valuesOf } from './table-builder.ts';

function read(layout: Layout, table: Table): IndicatorsReading {
  const [header, ...body] = rowsOf(table);
  if (header === undefined) throw new Error('There is no row');
  return readIndicators(header, body, sectionOf(layout, 'indicators'));
}
/** Each row as level 1, its weight, level 2, level 3, target, actual value and score. */
const short = ({ indicators }: IndicatorsReading): (string | number | undefined)[][] =>
  indicators.map((row) => {
    const { level1, level1Weight, level2, level3, target, actual, score } = valuesOf(row);
    return [level1, level1Weight, level2, level3, target, actual, score];
  });

const head = ['四、年度绩效指标完成情况', '一级指标', '二级指标', '三级指标', '预期指标值', '实际完成值', '自评得分'];
const expected = [
  ['产出指标', 60, '数量指标', '印刷数量', '≥100份', '120', 30],
  ['产出指标', 60, '数量指标', '宣传次数', '5次', '5次', 20],
  ['产出指标', 60, '质量指标', '合格率', '≥90%', '95%', 10],
  ['满意度指标', 40, '满意度', '群众满意度', '≥90%', '98%', 40],
];

test('a row without marks that begins a page may be the rest of the one above', () => {
  const rows = (rest: readonly string[]) =>
    read(
      shijiazhuang,
      ruledTable(
        [
          head,
          ['', '产出指标(60)', '数量指标', '路面技术状况指数', '≥90', '92', '30'],
          ['', '产出指标(60)', '数量指标', ...rest],
          [{ text: '总分', across: 6 }, '30'],
        ],
        [1, 1, 2, 2],
      ),
    ).indicators.map(({ level2, level3, target, score }) =>
      [level2, level3, target, score].map(({ certainty }) => certainty),
    );
  const sure = [1, 1, 1, 1];
  expect(rows(['（PQI）优良路率', '', '', ''])).toStrictEqual([
    [1, 0.6, 0.6, 1],
    [1, 0.6, 1, 1],
  ]);
  expect(rows(['优良路率', '≥90%', '95%', '30'])).toStrictEqual([sure, sure]);
});

describe('levels', () => {
  test('merged cells hold for all their rows', () => {
    const table = ruledTable([
      head,
      [
        { text: '', down: 5 },
        { text: '产出指标(60)', down: 3 },
        { text: '数量指标', down: 2 },
        '印刷数量',
        '≥100份',
        '120',
        '30',
      ],
      ['宣传次数', '5次', '5次', '20'],
      ['质量指标', '合格率', '≥90%', '95%', '10'],
      ['满意度指标(40分)', '满意度', '群众满意度', '≥90%', '98%', '40'],
      [{ text: '总分', across: 5 }, '100'],
    ]);
    expect(short(read(shijiazhuang, table))).toStrictEqual(expected);
    expect(read(shijiazhuang, table).totalScore.value).toBe(100);
  });

  test.each([
    ['blank below', '', ''],
    ['repeated', '产出指标(60)', '数量指标'],
  ])('are the same where they are %s', (_, level1, level2) => {
    const table = dumpTable([
      head,
      ['', '产出指标(60)', '数量指标', '印刷数量', '≥100份', '120', '30'],
      ['', level1, level2, '宣传次数', '5次', '5次', '20'],
      ['', level1, '质量指标', '合格率', '≥90%', '95%', '10'],
      ['', '满意度指标(40)', '满意度', '群众满意度', '≥90%', '98%', '40'],
      ['', '总分', '', '', '', '', '100'],
    ]);
    expect(short(read(shijiazhuang, table))).toStrictEqual(expected);
  });

  test('a new first level ends the second one’s reach', () => {
    const table = dumpTable([
      head,
      ['', '产出指标', '数量指标', '印刷数量', '100份', '120', '30'],
      ['', '效益指标', '', '知晓率', '90%', '95%', '10'],
    ]);
    expect(short(read(shijiazhuang, table))).toStrictEqual([
      ['产出指标', undefined, '数量指标', '印刷数量', '100份', '120', 30],
      ['效益指标', undefined, undefined, '知晓率', '90%', '95%', 10],
    ]);
  });

  test('a first level that stands below its first rows is theirs, to be reviewed', () => {
    const table = dumpTable([
      head,
      ['', '', '数量指标', '印刷数量', '100份', '120', '30'],
      ['', '产出指标(60)', '质量指标', '合格率', '90%', '95%', '10'],
    ]);
    const { indicators } = read(shijiazhuang, table);
    expect(indicators.map((row) => [row.level1.value, row.level1.certainty])).toStrictEqual([
      ['产出指标', 0.85],
      ['产出指标', 1],
    ]);
  });

  test('a third level printed in both of its columns is read once', () => {
    const wide = [...head.slice(0, 4), '', ...head.slice(4)];
    const table = dumpTable([
      wide,
      ['', '产出指标', '数量指标', '印刷数量', '印刷数量', '100份', '120', '30'],
      ['', '', '', '宣传次数', '', '5次', '5次', '70'],
      ['', '总分', '', '', '', '', '', '100'],
    ]);
    const reading = read(shijiazhuang, table);
    expect(short(reading).map((row) => row.slice(3))).toStrictEqual([
      ['印刷数量', '100份', '120', 30],
      ['宣传次数', '5次', '5次', 70],
    ]);
    expect(reading.totalScore.value).toBe(100);
  });
});

describe('rows', () => {
  const row = ['', '产出指标', '数量指标', '印刷数量', '100份', '120', '30'];
  const named = (...rows: readonly (readonly string[])[]): unknown[] =>
    short(read(shijiazhuang, ruledTable([head, ...rows]))).map((each) => each[3]);

  test.each(['指标1', '指标 2：', '指标三', '……', '...', ''])(
    'of the template that nobody used (%s) are none',
    (name) => {
      expect(named(row, ['', '', '', name, '', '', ''], ['', '', '质量指标', name, '—', '/', ''])).toStrictEqual([
        '印刷数量',
      ]);
    },
  );

  test('of the template with a value are rows, and a name without values is one', () => {
    expect(named(row, ['', '', '', '指标2', '5次', '', ''])).toStrictEqual(['印刷数量', '指标2']);
    expect(named(row, ['', '', '', '', '', '', '5'])).toStrictEqual(['印刷数量', undefined]);
    expect(named(row, ['', '', '', '宣传次数', '', '', ''])).toStrictEqual(['印刷数量', '宣传次数']);
    expect(named(row, ['', '', '', '指标质量', '', '', ''])).toStrictEqual(['印刷数量', '指标质量']);
  });

  test('that repeat the header are none, nor are lines of text', () => {
    expect(named(row, head, ['', '', '', '宣传次数', '5次', '5次', '20'])).toStrictEqual(['印刷数量', '宣传次数']);
    const [header, ...body] = rowsOf(
      ruledTable([head, row]),
      line('单位盖章'),
      dumpTable([['', '', '', '宣传次数', '5次', '5次', '20']]),
    );
    if (header === undefined) throw new Error('There is no row');
    const { indicators } = readIndicators(header, body, sectionOf(shijiazhuang, 'indicators'));
    expect(indicators.map((each) => each.level3.value)).toStrictEqual(['印刷数量', '宣传次数']);
  });

  test('whose cells were not seen, are told by their texts side by side above the last row', () => {
    const unread = (...texts: readonly string[]) => {
      const [header, ...body] = rowsOf(
        ruledTable([head, row]),
        line(...texts),
        ruledTable([row]),
        line('单位', '盖章', '日期'),
      );
      if (header === undefined) throw new Error('There is no row');
      return readIndicators(header, body, sectionOf(shijiazhuang, 'indicators')).unread.map(({ text }) => text);
    };
    expect(unread('宣传次数', '5次', '20')).toStrictEqual(['宣传次数', '5次', '20']);
    expect(unread('第1页', '共2页')).toStrictEqual([]);
  });

  test('that only go on with cells begun above are none of their own', () => {
    const table = ruledTable([
      head,
      [
        '',
        '产出指标',
        '数量指标',
        { text: '印刷数量', down: 2 },
        { text: '100份', down: 2 },
        { text: '120', down: 2 },
        { text: '30', down: 2 },
      ],
      ['', '产出指标', '数量指标'],
    ]);
    expect(read(shijiazhuang, table).indicators).toHaveLength(1);
  });

  test('blank values are null', () => {
    const [indicator] = read(
      shijiazhuang,
      dumpTable([head, ['', '产出指标', '—', '印刷数量', '无', '/', '—']]),
    ).indicators;
    expect(indicator).toMatchObject({
      level2: { value: null },
      target: { value: '无' },
      actual: { value: null },
      score: { value: null },
    });
  });
});

describe('the total score', () => {
  const row = ['', '产出指标', '数量指标', '印刷数量', '100份', '120', '30'];
  const total = (...cells: readonly string[]): [number | null, number] => {
    const { value, certainty } = read(shijiazhuang, dumpTable([head, row, cells])).totalScore;
    return [value, certainty];
  };

  test.each([
    ['below its heading', ['', '总分', '', '', '', '', '100']],
    ['one column to the left', ['', '总分', '', '', '', '100', '']],
    ['one column to the right', ['', '总分', '', '', '', '', '', '100']],
    ['beside its label', ['', '总分', '100']],
    ['behind a colon', ['', '总分：100', '', '', '', '', '']],
    ['of another name', ['', '合计', '', '', '', '', '100']],
    ['with its unit', ['', '总 分', '', '', '', '', '100分']],
  ])('stands %s', (_, cells) => {
    expect(total(...cells)).toStrictEqual([100, 1]);
  });

  test('may be blank or missing', () => {
    expect(total('', '总分', '', '', '', '', '')).toStrictEqual([null, 1]);
    expect(total('', '总分', '', '', '', '', '—')).toStrictEqual([null, 1]);
    expect(read(shijiazhuang, dumpTable([head, row])).totalScore.value).toBeNull();
  });

  test('ends the table: what stands behind it is no indicator', () => {
    const { indicators } = read(
      shijiazhuang,
      dumpTable([head, row, ['', '总分', '', '', '', '', '30'], ['', '五、存在问题', '', '无', '无', '', '']]),
    );
    expect(indicators).toHaveLength(1);
  });
});

describe('the table of the ministry', () => {
  const ministryHead = [
    '绩效指标',
    '一级指标',
    '二级指标',
    '三级指标',
    '年度指标值',
    '实际完成值',
    '分值',
    '得分',
    '偏差原因分析及改进措施',
  ];
  const row = ['', '产出指标', '数量指标', '印刷数量', '≥100份', '120份', '50', '45', '需求减少'];
  const total = (...cells: readonly (string | { text: string; across: number })[]): [number | null, number] => {
    const { value, certainty } = read(ministry, ruledTable([ministryHead, row, cells])).totalScore;
    return [value, certainty];
  };

  test('has a weight and a reason in each row', () => {
    const { indicators, unknown } = read(ministry, ruledTable([ministryHead, row]));
    expect(indicators.map((each) => valuesOf(each))).toStrictEqual([
      {
        level1: '产出指标',
        level2: '数量指标',
        level3: '印刷数量',
        target: '≥100份',
        actual: '120份',
        weight: 50,
        score: 45,
        deviation: '需求减少',
      },
    ]);
    expect(unknown).toStrictEqual([]);
  });

  test('a total beside the sum of the weights is the score', () => {
    expect(total({ text: '总分', across: 6 }, '100', '97.57', '')).toStrictEqual([97.57, 1]);
    expect(total({ text: '总分', across: 6 }, '100', '', '')).toStrictEqual([null, 1]);
  });

  test('a lone number that slipped may be the sum of the weights: to be reviewed', () => {
    const { totalScore } = read(
      ministry,
      dumpTable([ministryHead, row, ['', '总分', '', '', '', '97.57', '', '', '']]),
    );
    expect([totalScore.value, totalScore.certainty]).toStrictEqual([97.57, 0.5]);
  });

  test('an unknown column is reported', () => {
    const head2 = [...ministryHead.slice(0, 6), '责任处室', ...ministryHead.slice(6)];
    const row2 = [...row.slice(0, 6), '办公室', ...row.slice(6)];
    const reading = read(ministry, ruledTable([head2, row2]));
    expect(reading.unknown.map((cell) => cell.text)).toStrictEqual(['责任处室']);
    expect(valuesOf(reading.indicators[0] ?? {})).toMatchObject({ actual: '120份', weight: 50, score: 45 });
  });

  test('a damaged heading makes its values less sure, and takes no other’s column', () => {
    const damaged = ministryHead.map((text) => text.replace('一级指标', '—级指标'));
    const [indicator] = read(ministry, ruledTable([damaged, row])).indicators;
    expect(indicator?.level1).toMatchObject({ value: '产出指标' });
    expect(indicator?.level1.certainty).toBeCloseTo(0.925, 9);
    expect(indicator?.level2).toMatchObject({ value: '数量指标', certainty: 1 });
  });
});
