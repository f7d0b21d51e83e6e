/** A comparator, whichever way it is spelled. */
export type Comparator = '>=' | '>' | '<=' | '<' | '=';

const before: readonly (readonly [RegExp, Comparator])[] = [
  [/(?:≥|(?:大于|高于|多于)(?:或)?等于|不(?:少|低|小|短|差)于|至少|最少|不少於|不低於)$/, '>='],
  [/(?:≤|(?:小于|低于|少于)(?:或)?等于|不(?:超过|高于|大于|多于|长于|超出|超)|至多|最多)$/, '<='],
  [/(?:>|大于|高于|多于|超过|超)$/, '>'],
  [/(?:<|小于|低于|少于)$/, '<'],
  [/(?:=|等于)$/, '='],
];
const after: readonly (readonly [RegExp, Comparator])[] = [
  [/^(?:\(含\))?(?:及|或)?(?:以上|之上)(?:\(含\))?/, '>='],
  [/^(?:\(含\))?(?:及|或)?(?:以下|之下|以内|之内|内(?=$|[^\p{L}]|完|办|响|到|解|处))(?:\(含\))?/u, '<='],
];

const hedgeBefore = /(?:约|近|大概|左右|将近|接近|大致)$/;
const hedgeAfter = /^(?:左右|上下|±)/;
/** Words that make a number something other than the value: 未完成2项, 缺3人, 千分之3, 剩余5%, 前10名. */
const otherwise = /[未没无不缺剩欠]|除[去外了]|扣除|[还相]差|[百千万]分之$|前$|排名|名列|位列|位居|-$/;

/** What stands around a number and says how it is meant. */
export interface WordsAround {
  readonly kind: 'words';
  readonly comparator: Comparator | null;
  /** Before the quantity and its comparator, and after them. */
  readonly about: string;
  readonly rest: string;
}

/** Why the words around a number make it no value. */
export interface NoValue {
  readonly kind: 'none';
  readonly reason: 'hedged' | 'not-the-value' | 'in-a-sentence' | 'contradictory';
}

/** The comparator and the words on either side of `start` to `end` of a folded text, or why they make it no value. */
export function wordsAround(folded: string, start: number, end: number): WordsAround | NoValue {
  const lead = folded.slice(0, start);
  const trail = folded.slice(end);
  const leading = before.find(([pattern]) => pattern.test(lead));
  const trailing = after.find(([pattern]) => pattern.test(trail));
  const about = leading === undefined ? lead : lead.replace(leading[0], '');
  const rest = trailing === undefined ? trail : trail.replace(trailing[0], '');
  if (hedgeBefore.test(about) || hedgeAfter.test(rest)) return none('hedged');
  const [comparator = null, other = comparator] = [leading, trailing].flatMap((found) => found?.[1] ?? []);
  if (comparator !== other) return none('contradictory');
  if (comparator === null && (otherwise.test(about) || otherwise.test(rest))) return none('not-the-value');
  if (comparator === null && /\p{L}/u.test(about) && /\p{L}/u.test(rest)) return none('in-a-sentence');
  return { kind: 'words', comparator, about, rest };
}

function none(reason: NoValue['reason']): NoValue {
  return { kind: 'none', reason };
}
