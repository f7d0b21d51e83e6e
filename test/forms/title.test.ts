import { describe, expect, test } from 'vitest';
import { isOtherTitle, isTableTitle, titleSimilarity } from '../../src/forms/title.ts';

const titles = {
  titles: ['项目支出绩效自评表', '市级部门预算项目绩效自评表'],
  titleEndings: ['绩效自评表', '绩效自我评价表'],
  otherTitles: ['整体支出', '申报表'],
};

describe('titleSimilarity', () => {
  test.each([
    ['项目支出绩效自评表', 1],
    ['项 目 支 出 绩 效 自 评 表', 1],
    ['（2020年度）项目支出绩效自评表', 0.9],
    ['2020年度石家庄市教育局项目支出绩效自评表', 0.9],
    ['项目支出绩效自评表（2021年度）', 0.9],
    ['项目支出绩效自评表2021年', 0.9],
    ['项目支出绩效自评表（样表）', 0.9],
    ['2021年度乡村振兴专项绩效自评表', 0.8],
    ['法律援助绩效自我评价表（2022年度）', 0.8],
    ['项目支出绩效自评裘', 0.9 * (8 / 9)],
    ['项目支出绩效自评', 0.9 * (8 / 9)],
    ['市级部门预算顶目绩效自评丧', 0.9 * (11 / 13)],
  ])('%s: %d', (text, similarity) => {
    expect(titleSimilarity(text, titles)).toBeCloseTo(similarity, 9);
  });

  test.each([
    '',
    '绩效自评',
    '绩效自评表',
    '项目支出绩效自评表........12',
    '整体支出绩效自评表（2021年度）',
    '项目支出绩效自评表填报情况',
    '项目支出绩效目标申报表',
    '部门整体支出绩效自评价报告',
    '根据财政部关于印发项目支出绩效评价管理办法的通知要求，我单位组织填写了项目支出绩效自评表，现报送',
  ])('%s is none', (text) => {
    expect(titleSimilarity(text, titles)).toBe(0);
  });
});

test.each([
  ['部门整体支出绩效自评表', true],
  ['2021年度整体支出绩效自评表(样表)', true],
  ['项目支出绩效目标申报表（2022年度）', true],
  ['项目支出绩效自评表', false],
  ['关于填报整体支出绩效自评表的通知', false],
  ['注：本表与绩效目标申报表一致；', false],
])('isOtherTitle: %s %s', (text, is) => {
  expect(isOtherTitle(text, titles)).toBe(is);
});

test.each([
  ['收入支出决算总表', true],
  ['“三公”经费支出决算表（2021年度）', true],
  ['公开08表', false],
  ['附表', false],
  ['填报单位：表', false],
  ['按要求填写下表', false],
  ['一、项目概况', false],
])('isTableTitle: %s %s', (text, is) => {
  expect(isTableTitle(text)).toBe(is);
});
