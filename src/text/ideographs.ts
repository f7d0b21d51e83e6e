/**
 * Characters that some producers write in place of the ideograph meant.
 *
 * CJK radicals (U+2E80 to 2EFF) have, but for two, no compatibility form in Unicode, so NFKC leaves them as they
 * are; the pairs below are the property Equivalent_Unified_Ideograph (Unicode Standard Annex 38 data,
 * EquivalentUnifiedIdeograph.txt). Kangxi radicals (U+2F00 to 2FDF) and compatibility ideographs (U+F900 to FAFF)
 * do have one. Full NFKC over whole texts would also turn ：（） into ASCII, hence the ranges.
 */
const radicals = [
  ...('⺁⺂⺃⺄⺅⺆⺇⺈⺉⺊⺋⺌⺍⺎⺏⺐⺑⺒⺓⺔⺕⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺪⺫⺬⺭' +
    '⺮⺯⺰⺱⺲⺳⺴⺵⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻊⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙' +
    '⻚⻛⻜⻝⻞⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳'),
];
const ideographs = [
  ...('厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻' +
    '𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦' +
    '页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟'),
];

/** Kangxi radicals whose compatibility form is the traditional character; forms are written in simplified ones. */
const simplified: readonly (readonly [string, string])[] = [
  ['\u2f3e', '户'],
  ['\u2fad', '青'],
  ['\u2fc8', '黄'],
];

const ideographOf = new Map([
  ...radicals.map((radical, index) => [radical, ideographs[index] ?? radical] as const),
  ...simplified,
]);

const standIns = /[\u2e80-\u2fdf\uf900-\ufaff]/;

/** Whether a text holds characters that `restoreIdeographs` would replace. */
export function holdsRadicals(text: string): boolean {
  return standIns.test(text);
}

/** The text with radicals and compatibility ideographs replaced by the ideographs they stand for (⻓ becomes 长). */
export function restoreIdeographs(text: string): string {
  return text.replace(/[\u2e80-\u2fdf\uf900-\ufaff]/g, (character) => {
    return ideographOf.get(character) ?? character.normalize('NFKC');
  });
}
