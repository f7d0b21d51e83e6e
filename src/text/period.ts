import { foldText } from './fold.ts';

/*
 * Reading when something was to be done, or was done (2021年12月底前, 11月30日, 2021年上半年, 年底前):
 *   1. fold; find dates, months, quarters, half-years and years;
 *   2. of two that a dash or 至 joins, the end counts, in the year of the beginning where it has none of its own;
 *   3. anything else with digits, and words that say it is not done (未, 预计) or only begun (起), is nothing.
 * A deadline is never taken too early: 12月1日前 is by that day, 12月前 by that month's end.
 */

/** A point in time as printed: the first and the last day that it may mean. */
export interface Period {
  /** `null` where none is printed. */
  readonly year: number | null;
  /** Month and day as MMDD; what is done by a day (前) may have been done on any day before. */
  readonly from: number;
  readonly to: number;
  /** From one point to another, of which this is the second. */
  readonly isSpan: boolean;
}

const point = new RegExp(
  [
    '(?<y1>20\\d{2})[-./](?<m1>\\d{1,2})[-./](?<d1>\\d{1,2})(?!\\d)',
    '(?:(?<y2>20\\d{2})年度?)?(?:(?<m2>\\d{1,2})月(?:(?<d2>\\d{1,2})[日号]|(?<part>上旬|初|中旬?|下旬|底|末|份)?)' +
      '|第?(?<quarter>[1-4一二三四])季度?[末底]?|(?<half>[上下])半年)',
    '(?<y3>20\\d{2})年度?[底末内]?',
    '(?:当|本|全)?年[底末内]|(?:当|本|全)年(?!度)',
  ].join('|'),
  'g',
);
const joint = /^(?:-|~|--|至|到)$/;
const undone = /未|没|预计|计划|拟|暂|推迟|延|起$|以后|之后|后$|启动|开始/;
const quarters = '一二三四';
/** The last day of any month, for comparing. */
const monthEnd = 31;
const parts: Readonly<Record<string, readonly [from: number, to: number]>> = {
  上旬: [1, 10],
  初: [1, 10],
  中: [11, 20],
  中旬: [11, 20],
  下旬: [21, monthEnd],
  底: [21, monthEnd],
  末: [21, monthEnd],
};

/** The point in time that `text` states, of a span its end; `null` where it states none, or more than when. */
export function readPeriod(text: string): Period | null {
  const folded = foldText(text)
    .replace(/[(),]/g, '')
    // 2021年1-12月 is 2021年1月-12月.
    .replace(/(?<!\d)(\d{1,2})(-|~|至|到)(?=\d{1,2}月)/g, '$1月$2');
  const [first, second, third] = [...folded.matchAll(point)];
  const rest = folded.replaceAll(point, '');
  if (first === undefined || third !== undefined || undone.test(folded) || /\d/.test(rest)) return null;
  const beginning = periodOf(first.groups ?? {}, null);
  if (second === undefined) return beginning !== null && /[前内]/.test(rest) ? { ...beginning, from: 101 } : beginning;
  const isJoined = joint.test(folded.slice(first.index + first[0].length, second.index));
  const end = isJoined ? periodOf(second.groups ?? {}, beginning?.year ?? null) : null;
  return end === null ? null : { ...end, isSpan: true };
}

type Groups = Readonly<Record<string, string | undefined>>;

function periodOf(groups: Groups, otherYear: number | null): Period | null {
  const printed = groups['y1'] ?? groups['y2'] ?? groups['y3'];
  const year = printed === undefined ? otherYear : Number(printed);
  const days = daysOf(groups);
  return days === null ? null : { year, ...days, isSpan: false };
}

/** The first and the last day as MMDD; `null` where there is no such month or day. */
function daysOf({ quarter, half, ...groups }: Groups): Pick<Period, 'from' | 'to'> | null {
  if (quarter !== undefined) {
    const last = 3 * (quarters.includes(quarter) ? quarters.indexOf(quarter) + 1 : Number(quarter));
    return { from: (last - 2) * 100 + 1, to: last * 100 + monthEnd };
  }
  if (half !== undefined) return half === '上' ? { from: 101, to: 631 } : { from: 701, to: 1231 };
  const month = Number(groups['m1'] ?? groups['m2'] ?? 0);
  const day = Number(groups['d1'] ?? groups['d2'] ?? 0);
  if (month > 12 || day > monthEnd) return null;
  if (month === 0) return { from: 101, to: 1231 };
  const [from, to] = day > 0 ? [day, day] : (parts[groups['part'] ?? ''] ?? [1, monthEnd]);
  return { from: month * 100 + from, to: month * 100 + to };
}
