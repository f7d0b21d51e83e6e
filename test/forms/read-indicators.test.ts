import { describe, expect, test } from 'vitest';
import { indicatorsIn, shortRows } from './indicator-tables.ts';
import { dumpTable, line, ruledTable, shijiazhuang } from './table-builder.ts';

const head = ['四、年度绩效指标完成情况', '一级指标', '二级指标', '三级指标', '预期指标值', '实际完成值', '自评得分'];
const expected = [
  ['产出指标', 60, '数量指标', '印刷数量', '≥100份', '120', 30],
  ['产出指标', 60, '数量指标', '宣传次数', '5次', '5次', 20],
  ['产出指标', 60, '质量指标', '合格率', '≥90%', '95%', 10],
  ['满意度指标', 40, '满意度', '群众满意度', '≥90%', '98%', 40],
];

test('a row without marks that begins a page may be the rest of the one above', () => {
  const rows = (rest: readonly string[]) =>
    indicatorsIn(
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
    expect(shortRows(indicatorsIn(shijiazhuang, table))).toStrictEqual(expected);
    expect(indicatorsIn(shijiazhuang, table).totalScore.value).toBe(100);
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
    expect(shortRows(indicatorsIn(shijiazhuang, table))).toStrictEqual(expected);
  });

  test('a new first level ends the second one’s reach', () => {
    const table = dumpTable([
      head,
      ['', '产出指标', '数量指标', '印刷数量', '100份', '120', '30'],
      ['', '效益指标', '', '知晓率', '90%', '95%', '10'],
    ]);
    expect(shortRows(indicatorsIn(shijiazhuang, table))).toStrictEqual([
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
    const { indicators } = indicatorsIn(shijiazhuang, table);
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
    const reading = indicatorsIn(shijiazhuang, table);
    expect(shortRows(reading).map((row) => row.slice(3))).toStrictEqual([
      ['印刷数量', '100份', '120', 30],
      ['宣传次数', '5次', '5次', 70],
    ]);
    expect(reading.totalScore.value).toBe(100);
  });
});

describe('rows', () => {
  const row = ['', '产出指标', '数量指标', '印刷数量', '100份', '120', '30'];
  const named = (...rows: readonly (readonly string[])[]): unknown[] =>
    shortRows(indicatorsIn(shijiazhuang, ruledTable([head, ...rows]))).map((each) => each[3]);

  test.each(['指标1', '指标 2：', '指标三', '指标】：', '指标丨：', '……', '...', ''])(
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
    const { indicators } = indicatorsIn(
      shijiazhuang,
      ruledTable([head, row]),
      line('单位盖章'),
      dumpTable([['', '', '', '宣传次数', '5次', '5次', '20']]),
    );
    expect(indicators.map((each) => each.level3.value)).toStrictEqual(['印刷数量', '宣传次数']);
  });

  test('whose cells were not seen, are told by their texts side by side above the last row', () => {
    const unread = (...texts: readonly string[]) => {
      return indicatorsIn(
        shijiazhuang,
        ruledTable([head, row]),
        line(...texts),
        ruledTable([row]),
        line('单位', '盖章', '日期'),
      ).unread.map(({ text }) => text);
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
    expect(indicatorsIn(shijiazhuang, table).indicators).toHaveLength(1);
  });

  test('blank values are null', () => {
    const [indicator] = indicatorsIn(
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
    const { value, certainty } = indicatorsIn(shijiazhuang, dumpTable([head, row, cells])).totalScore;
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
    expect(indicatorsIn(shijiazhuang, dumpTable([head, row])).totalScore.value).toBeNull();
  });

  test('ends the table: what stands behind it is no indicator', () => {
    const { indicators } = indicatorsIn(
      shijiazhuang,
      dumpTable([head, row, ['', '总分', '', '', '', '', '30'], ['', '五、存在问题', '', '无', '无', '', '']]),
    );
    expect(indicators).toHaveLength(1);
  });
});
