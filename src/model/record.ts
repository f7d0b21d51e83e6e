import { z } from 'zod';
import { problemSchema } from './problem.ts';

/**
 * The record: what `ziping extract --json` prints. Names and meanings are a promise to other programs.
 * A blank in the form is `null`. Amounts and scores are JSON numbers that carry the decimals printed
 * (at most 15 significant digits, so that a double holds them exactly as printed); rates are percentage points.
 */
const text = z.string().min(1).nullable();
const number = z.number().nullable();
const pointer = z.string().startsWith('/');

export const fundSources = ['total', 'fiscal', 'carryover', 'other'] as const;

export const fundSchema = z
  .strictObject({
    source: z.enum(fundSources),
    initial: number.describe('年初预算数, in amountUnit'),
    budgeted: number.describe('预算数 (调整后), 全年预算数, in amountUnit'),
    received: number.describe('到位数, in amountUnit'),
    executed: number.describe('执行数, in amountUnit'),
    executionRate: number.describe('执行率 of this row, in percentage points'),
    weight: number.describe('分值 of this row'),
    score: number.describe('得分 of this row'),
  })
  .readonly();

export const goalSchema = z
  .strictObject({
    expected: text.describe('年度预期目标'),
    actual: text.describe('具体完成情况'),
    completionRate: number.describe('总体完成率, in percentage points'),
  })
  .readonly();

export const indicatorSchema = z
  .strictObject({
    level1: text.describe('一级指标, without its weight'),
    level1Weight: number.describe('the weight printed on the 一级指标'),
    level2: text.describe('二级指标'),
    level3: text.describe('三级指标'),
    target: text.describe('预期指标值'),
    actual: text.describe('实际完成值'),
    weight: number.describe('分值'),
    score: number.describe('得分'),
    deviation: text.describe('偏差原因分析及改进措施'),
  })
  .readonly();

/** A value that was repaired by arithmetic: what was read, what it became, and the sums that prove it. */
const repairSchema = z
  .strictObject({ from: z.string(), to: z.string(), proof: z.array(z.string().min(1)).min(1).readonly() })
  .readonly();

/** Values less sure than this need review, where nothing else is said. */
export const usualReviewBelow = 0.9;

/** Where one value stands and how sure its reading is. One of page and box, line and column, or cell is given. */
export const evidenceSchema = z
  .strictObject({
    raw: z.string().describe('As read'),
    page: z.int().positive().optional(),
    box: z
      .tuple([z.number(), z.number(), z.number(), z.number()])
      .readonly()
      .optional()
      .describe('Left, top, right, bottom in points from the top left corner of the upright page'),
    line: z.int().positive().optional(),
    column: z.int().positive().optional(),
    sheet: z.string().optional(),
    cell: z.string().optional(),
    confidence: z.number().min(0).max(1),
    needsReview: z.boolean(),
    repair: repairSchema.optional(),
  })
  .readonly();

export const severities = ['error', 'warning', 'info'] as const;

export const findingSchema = z
  .strictObject({
    rule: z.string().min(1),
    severity: z.enum(severities),
    message: z.string().min(1),
    fields: z.array(pointer).readonly().describe('JSON pointers of the values that the finding is about'),
  })
  .readonly();

export const formSchema = z
  .strictObject({
    layout: z.string().describe('A file in schemas/forms/'),
    pages: z.array(z.int().positive()).min(1).readonly(),
    title: text,
    fiscalYear: z.int().min(1949).max(2199).nullable(),
    reportingUnit: text,
    amountUnit: text,
    projectName: text,
    supervisingUnit: text,
    implementingUnit: text,
    funds: z.array(fundSchema).readonly(),
    executionRate: number.describe(
      '预算执行进度 as printed, in percentage points; null where the rate stands in the money table',
    ),
    goals: z.array(goalSchema).readonly(),
    indicators: z.array(indicatorSchema).readonly(),
    totalScore: number,
    issues: text,
    preparedBy: text,
    phone: text,
    evidence: z.record(pointer, evidenceSchema).readonly(),
    findings: z.array(findingSchema).readonly(),
  })
  .readonly();

export const documentSchema = z
  .strictObject({
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    path: z.string().min(1),
    mediaType: z.string().min(1),
    pageCount: z.int().nonnegative(),
  })
  .readonly();

export const extractionSchema = z
  .strictObject({
    document: documentSchema,
    forms: z.array(formSchema).readonly(),
    problems: z.array(problemSchema).readonly(),
  })
  .readonly();

export type FundSource = (typeof fundSources)[number];
export type Fund = z.infer<typeof fundSchema>;
export type Goal = z.infer<typeof goalSchema>;
export type Indicator = z.infer<typeof indicatorSchema>;
export type Repair = z.infer<typeof repairSchema>;
export type Evidence = z.infer<typeof evidenceSchema>;
export type Severity = (typeof severities)[number];
export type Finding = z.infer<typeof findingSchema>;
export type FormRecord = z.infer<typeof formSchema>;
export type DocumentIdentity = z.infer<typeof documentSchema>;
export type Extraction = z.infer<typeof extractionSchema>;
