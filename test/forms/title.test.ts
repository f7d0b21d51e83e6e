import { describe, expect, test } from 'vitest';
import { titleSimilarity } from '../../src/forms/title.ts';

const titles = ['项目支出绩效自评表', '市级部门预算项目绩效自评表'];

describe('titleSimilarity', () => {
  test.each([
    ['项目支出绩效自评表', 1],
    ['项 目 支 出 绩 效 自 评 表', 1],
    ['（2020年度）项目支出绩效自评表', 0.9],
    ['2020年度石家庄市教育局项目支出绩效自评表', 0.9],
    ['项目支出绩效自评裘', 0.9 * (8 / 9)],
    ['项目支出绩效自评', 0.9 * (8 / 9)],
    ['市级部门预算顶目绩效自评丧', 0.9 * (11 / 13)],
  ])('%s: %d', (text, similarity) => {
    expect(titleSimilarity(text, titles)).toBeCloseTo(similarity, 9);
  });

  test.each([
    '',
    '绩效自评',
    '项目支出绩效目标申报表',
    '部门整体支出绩效自评价报告',
    '根据财政部关于印发项目支出绩效评价管理办法的通知要求，我单位组织填写了项目支出绩效自评表，现报送',
  ])('%s is none', (text) => {
    expect(titleSimilarity(text, titles)).toBe(0);
  });
});
