import type { Indicator } from '../../model/record.ts';
import type { Direction } from '../../text/comparison.ts';
import { compare, decimalOf, zero } from '../../text/decimal.ts';
import { foldText } from '../../text/fold.ts';
import type { Quantity } from '../../text/quantity.ts';

/** Money and time: less of them may be welcome. 免费 and 消费 cost nothing. */
const moneyOrTime =
  /成本|(?<![免消])费|单价|均价|造价|投资|支出|金额|资金|价格|时间|时长|时限|周期|期限|天数|等待|响应|抢修/;
/** What nobody wants more of, or what is to be kept down. */
const unwelcome =
  /差错|错误|误差|偏差|事故|故障|投诉|死亡|伤亡|发病|患病|感染|流失|退化|超标|污染|排放|浓度|能耗|消耗|损耗|损失|违规|违法|违纪|违约|案件|信访|上访|缺陷|返工|返修|延误|拖欠|逾期|空置|闲置|失业|返贫|辍学|控制|降低|减少|下降|压减|压缩|缩短|降幅|风险|隐患|舆情|纠纷|诉讼|接待|出国|三公|排名|名次|位次|用车|会议|聘|编制|结转|结余|变动|调整|占比|占用|比重|比例|退回|驳回|[未不欠负]/;
/** Shares of which more is better, by the end of their name: 资金拨付及时率, 居民满意度. */
const welcomeShare =
  /(?:合格|达标|及时|完成|覆盖|满意|成活|准确|参与|普及|巩固|就业|建档|签约|验收|办结|到岗|到位|出勤|发放|知晓|利用|增长|提升|提高|优良|保障|通过|正常|完好|在线|资助|入学|接种|整改|落实|兑现|公开|采纳|好评|执行|开工|竣工|处理|修复|到书)(?:率|度|程度|比例)(?:指标)?$/;
/** Turns such a name round: 不合格率, 逾期完成率. */
const turnedRound = /[不未无违超漏误逾]/;
/** What a number without any unit must be called to be a count. */
const countName = /数量|人数|次数|户数|件数|个数|份数|场次|人次|面积|长度|产量/;

/** What a change is called: none of it (零增长) is no bound for more of it. */
const change = /增|减|升|降|变动|变化|调整|提高|压缩/;
/** What is called a cost, and is one that may not be exceeded; a standard that is paid out may well be. */
const costName = /成本|造价|单价|费用/;
const paidOut = /标准|补|奖|贴|工资|收/;

const fullShare = decimalOf(100);

/** Which side of a target without a comparator is clearly a miss, by what the row calls itself. */
export function directionOf(row: Indicator, target: Quantity): Direction {
  return { lowerIsWorse: isLessWorse(row, target), higherIsWorse: isMoreWorse(row, target) };
}

/** More than none of what nobody wants (事故 0起), and more than a cost. */
function isMoreWorse(row: Indicator, target: Quantity): boolean {
  const names = foldText([row.level1, row.level2, row.level3, target.about].join(';'));
  if (compare(target.high, zero) === 0) return unwelcome.test(names) && !change.test(names);
  const isCost = target.unit?.dimension === 'money' && /成本/.test(foldText([row.level1, row.level2].join(';')));
  const name = foldText(`${row.level3 ?? ''};${target.about}`);
  return isCost && costName.test(name) && !paidOut.test(name);
}

/**
 * Less than planned (186眼, 及时率 100%). False wherever less may be welcome (costs, times, errors, 三公) or nothing is
 * known.
 */
function isLessWorse(row: Indicator, target: Quantity): boolean {
  const names = foldText([row.level1, row.level2, row.level3, target.about].join(';'));
  const isHarmless = !moneyOrTime.test(names) && !unwelcome.test(names);
  switch (target.unit?.dimension) {
    case 'money':
    case 'time':
    case 'other':
      return false;
    case 'share':
      return isWelcomeShare(row, target) || (isHarmless && compare(target.low, fullShare) === 0);
    case undefined:
      return isHarmless && countName.test(names);
    default:
      return isHarmless;
  }
}

function isWelcomeShare(row: Indicator, target: Quantity): boolean {
  const name = foldText(target.about === '' ? (row.level3 ?? row.level2 ?? '') : target.about);
  return welcomeShare.test(name) && !turnedRound.test(name);
}
