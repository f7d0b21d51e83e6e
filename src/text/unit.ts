/**
 * What a unit measures. Units of two different dimensions cannot be compared at all (人 against %), units of one
 * dimension only where they are the same (人次 is not 人). `score` (分) and `other` are never said to clash:
 * 95分 is used for 95 %, and a word that follows a number need not be a unit.
 */
export type Dimension =
  'share' | 'count' | 'money' | 'time' | 'length' | 'area' | 'mass' | 'volume' | 'score' | 'other';

export interface Unit {
  /** In one spelling: 名 is 人, ㎡ is 平方米; a compound unit in full (元/亩). */
  readonly name: string;
  /** Of a compound unit: that of its first part. */
  readonly dimension: Dimension;
}

/** What targets and actual values are counted and measured in, as `foldText` leaves it. */
const spellings: readonly (readonly [Dimension, string])[] = [
  ['share', '% ‰'],
  [
    'count',
    '人次 人 人份 名 位 户 户次 家 家次 个 次 车次 场 场次 批 批次 期 项 件 件次 部 条 篇 份 套 册 本 卷 台 台次 台套 辆 艘 架 只 头 匹 株 棵 ' +
      '眼 处 座 栋 幢 间 所 组 班 节 门 张 幅 块 支 枚 盏 根 颗 袋 箱 盒 瓶 桶 床 床位 村 县 镇 乡 社区 站 点位 宗 起 例 单 笔 盘 孔',
  ],
  ['money', '元 美元 欧元'],
  ['time', '秒 秒钟 分钟 小时 个小时 天 日 工作日 个工作日 周 个月 季度 个季度 年 课时 学时'],
  ['length', '毫米 厘米 米 延米 千米 公里 km cm mm m'],
  ['area', '平方米 ㎡ m² 平方公里 平方千米 亩 公顷'],
  ['mass', '克 千克 公斤 斤 kg 吨 t'],
  ['volume', '升 毫升 立方米 立方 m³ l'],
  ['score', '分'],
  ['other', '个百分点 百分点 倍 级 折'],
];

const synonyms: Readonly<Record<string, string>> = {
  名: '人',
  位: '人',
  场次: '场',
  批次: '批',
  日: '天',
  工作日: '个工作日',
  个小时: '小时',
  季度: '个季度',
  秒钟: '秒',
  千米: '公里',
  km: '公里',
  cm: '厘米',
  mm: '毫米',
  m: '米',
  延米: '米',
  '㎡': '平方米',
  'm²': '平方米',
  平方千米: '平方公里',
  千克: '公斤',
  kg: '公斤',
  t: '吨',
  立方: '立方米',
  'm³': '立方米',
  l: '升',
};

/** Units of one measure, each as so many of the smallest. Areas are in thirds of a square metre: 15 亩 are 1 公顷. */
const measures: readonly Readonly<Record<string, bigint>>[] = [
  { '‰': 1n, '%': 10n },
  { 毫米: 1n, 厘米: 10n, 米: 1000n, 公里: 1_000_000n },
  { 平方米: 3n, 亩: 2000n, 公顷: 30_000n, 平方公里: 3_000_000n },
  { 克: 1n, 斤: 500n, 公斤: 1000n, 吨: 1_000_000n },
  { 毫升: 1n, 升: 1000n, 立方米: 1_000_000n },
  { 秒: 1n, 分钟: 60n, 小时: 3600n },
  { 天: 1n, 周: 7n },
  { 个月: 1n, 个季度: 3n, 年: 12n },
];

/** What 个 may stand for: things of which each is one (12个 schools are 12所). */
const countedSingly = new Set(['家', '所', '处', '座', '项', '村', '县', '镇', '乡', '社区', '站']);

const dimensions = new Map<string, Dimension>();
for (const [dimension, names] of spellings) {
  for (const name of names.split(' ')) dimensions.set(name, dimension);
}

const longestFirst = [...dimensions.keys()].toSorted((left, right) => right.length - left.length).join('|');
/** A unit, a second word for it in brackets (台(套)), and what it is counted by (元/亩, 元/人/月). */
const unitAtStart = new RegExp(
  `^(${longestFirst})(?:\\([\\u4e00-\\u9fff]{1,2}\\))?((?:/(?:${longestFirst}|月|生))*)(?![a-z])`,
);

/** How a count is called where its unit is left out: 宣讲场次≥5, 招募志愿者人数≥100, 报道次数≥1000. */
const countNoun = /(?:(人次|场次|批次|户次)|([人次户件份家批场台])数)$/;

/**
 * The unit that `text` (folded) begins with, and how many characters of `text` it takes; `null` where it begins
 * with none that is known.
 */
export function unitAt(text: string): { readonly unit: Unit; readonly length: number } | null {
  const match = unitAtStart.exec(text);
  if (match === null) return null;
  const [whole, first = '', per = ''] = match;
  const dimension = dimensions.get(first);
  if (dimension === undefined) return null;
  // A form speaks of one year: 4次/年 are 4次.
  const counted = per === '/年' ? '' : per;
  return { unit: { name: `${synonyms[first] ?? first}${counted}`, dimension }, length: whole.length };
}

/** The unit that the name of what is counted ends in (场次, 人数); `null` where it ends in none, or names a ratio. */
export function unitOfNoun(noun: string): Unit | null {
  if (/[占比]/.test(noun)) return null;
  const match = countNoun.exec(noun);
  const name = match?.[1] ?? match?.[2];
  return name === undefined ? null : { name: synonyms[name] ?? name, dimension: 'count' };
}

/** Whether the two units measure different things, as persons and shares do. */
export function unitsClash(left: Unit, right: Unit): boolean {
  if (left.dimension === right.dimension) return false;
  return ![left.dimension, right.dimension].some((dimension) => dimension === 'score' || dimension === 'other');
}

/** How many of a measure's smallest unit each of two units is, where they measure the same; else `null`. */
export function commonMeasure(left: Unit, right: Unit): { readonly left: bigint; readonly right: bigint } | null {
  if (left.name === right.name || isOneOf(left, right) || isOneOf(right, left)) return { left: 1n, right: 1n };
  for (const measure of measures) {
    const [a, b] = [measure[left.name], measure[right.name]];
    if (a !== undefined && b !== undefined) return { left: a, right: b };
  }
  return null;
}

function isOneOf(general: Unit, particular: Unit): boolean {
  return general.name === '个' && countedSingly.has(particular.name);
}
