import { describe, expect, test } from 'vitest';
import { formatDecimal } from '../../src/text/decimal.ts';
import { readQuantities, readQuantity } from '../../src/text/quantity.ts';

/** `>= 80 %`, `90..95 %`, or the reason why the text is no quantity. */
function read(text: string): string {
  const quantity = readQuantity(text);
  if (quantity.kind === 'none') return quantity.reason;
  const { comparator, unit } = quantity;
  const [low, high] = [formatDecimal(quantity.low), formatDecimal(quantity.high)];
  return [comparator ?? '', low === high ? low : `${low}..${high}`, unit?.name ?? ''].join(' ').trim();
}

describe('readQuantity', () => {
  test.each([
    // Bare values.
    ['100%', '100 %'],
    ['１００％', '100 %'],
    ['0.992', '0.992'],
    ['3,418名', '3418 人'],
    ['1,234,567.89元', '1234567.89 元'],
    ['12.35万亩', '123500 亩'],
    ['1.2亿元', '120000000 元'],
    ['5千人', '5000 人'],
    ['2千米', '2 公里'],
    ['102.36元/人', '102.36 元/人'],
    ['5‰', '5 ‰'],
    ['-5%', '-5 %'],
    ['69 个', '69 个'],
    ['完成率：98.5%', '98.5 %'],
    ['全部完成，100%', '100 %'],
    ['100%完成', '100 %'],
    ['3个百分点', '3 个百分点'],
    ['5羽', '5 羽'],
    // A comparator before.
    ['≥ 90 %', '>= 90 %'],
    ['>=90%', '>= 90 %'],
    ['≧90%', '>= 90 %'],
    ['＞＝90%', '>= 90 %'],
    ['> 90%', '> 90 %'],
    ['≤1500元/亩', '<= 1500 元/亩'],
    ['<5', '< 5'],
    ['=12次', '= 12 次'],
    ['不少于100人', '>= 100 人'],
    ['不低于95%', '>= 95 %'],
    ['不小于3', '>= 3'],
    ['大于等于95%', '>= 95 %'],
    ['大于3次', '> 3 次'],
    ['超过100人', '> 100 人'],
    ['不超过3天', '<= 3 天'],
    ['不高于5%', '<= 5 %'],
    ['少于10起', '< 10 起'],
    ['≥100台（套）', '>= 100 台'],
    ['≥1次/月', '>= 1 次/月'],
    // A comparator after.
    ['48万人次以上', '>= 480000 人次'],
    ['100份以上', '>= 100 份'],
    ['80%及以上', '>= 80 %'],
    ['3羽以上', '>= 3 羽'],
    ['5%以下', '<= 5 %'],
    ['控制在5%以内', '<= 5 %'],
    ['24小时内', '<= 24 小时'],
    ['不低于80%以上', '>= 80 %'],
    ['3万余人', '>= 30000..40000 人'],
    ['10多次', '>= 10..20 次'],
    ['3年多', '>= 3..4 年'],
    ['15余家', '>= 15..16 家'],
    ['≥4次/年', '>= 4 次'],
    ['98%（含）以上', '>= 98 %'],
    // Number words.
    ['百分之95', '95 %'],
    ['百分之九十五以上', '>= 95 %'],
    ['百分之百', '100 %'],
    ['三次', '3 次'],
    ['完成十二份', '12 份'],
    ['二十家以上', '>= 20 家'],
    // A part of the whole.
    ['12次（其中线上5次）', '12 次'],
    // In a sentence.
    ['本单位配置数量与市级办公设备实物量标准一致率 ≥90%', '>= 90 %'],
    ['本年招募志愿者人数≥10000人', '>= 10000 人'],
    ['本年宣讲场次≥5', '>= 5 场'],
    ['公开报道宣传次数≥1000', '>= 1000 次'],
    ['满意人数占总人数的比值≥90', '>= 90'],
    ['本年考试成绩平均分≥80', '>= 80'],
    ['2019年12月底前培训200人', '200 人'],
    ['PM2.5≤35', '<= 35'],
    // Ranges.
    ['考核95分-100分', '95..100 分'],
    ['90%～95%', '90..95 %'],
    ['90-95%', '90..95 %'],
    ['10—15次', '10..15 次'],
    ['3至5次', '3..5 次'],
  ])('reads %s as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ['非常满意', 'no-number'],
    ['党员“四个意识”强', 'no-number'],
    ['2019年12月31日前完成', 'no-number'],
    ['2020-2022年', 'no-number'],
    ['第3季度', 'no-number'],
    ['培训3期，共180人', 'several-numbers'],
    ['≥90%且≤100%', 'several-numbers'],
    ['100%（120/120）', 'several-numbers'],
    ['1:3', 'several-numbers'],
    ['3/5', 'several-numbers'],
    ['10:30', 'several-numbers'],
    ['6,05件', 'several-numbers'],
    ['20 000人', 'several-numbers'],
    ['3、500', 'several-numbers'],
    ['5G基站100个', 'several-numbers'],
    ['约100人', 'hedged'],
    ['100人左右', 'hedged'],
    ['30余-50人', 'hedged'],
    ['未完成2项', 'not-the-value'],
    ['剩余5%', 'not-the-value'],
    ['千分之3', 'not-the-value'],
    ['前10名', 'not-the-value'],
    ['位列第3', 'no-number'],
    ['一期工程', 'no-number'],
    ['一户一档', 'no-number'],
    ['12次（实际8次）', 'several-numbers'],
    ['增长率-5%', 'not-the-value'],
    ['市管干部档案3000卷日常管理规范有序', 'in-a-sentence'],
    ['不低于5以下', 'contradictory'],
    ['1-1.5万人', 'contradictory'],
    ['95%-90%', 'contradictory'],
    ['3次-5天', 'contradictory'],
  ])('finds no quantity in %s: %s', (text, reason) => {
    expect(read(text)).toBe(reason);
  });
});

describe('readQuantities', () => {
  const printedIn = (text: string): string[] | null => readQuantities(text)?.map(({ printed }) => printed) ?? null;

  test.each([
    ['举办培训≥5次，参训人数≥300人', ['5次', '300人']],
    ['5次、300人', ['5次', '300人']],
    ['5次;1,200人。', ['5次', '1,200人']],
    ['按期完成，合格率98%', ['98%']],
    ['按期完成', []],
    ['3、500', null],
    ['约5次，300人', null],
  ])('%s: %j', (text, expected) => {
    expect(printedIn(text)).toStrictEqual(expected);
  });
});
