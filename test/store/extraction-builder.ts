import { createHash } from 'node:crypto';
import type { Evidence, Extraction, Finding, FormRecord, Indicator } from '../../src/model/record.ts';
import { extractionSchema } from '../../src/model/record.ts';
import type { ArchiveDatabase } from '../../src/store/archive-database.ts';
import { type ExtractionOrigin, saveExtractions, type SaveOutcome } from '../../src/store/save-extraction.ts';

/** Origin of the extractions of these tests. */
export const origin: ExtractionOrigin = {
  extractedAt: new Date('2026-01-02T03:04:05Z'),
  programVersion: '0.1.0',
  pipeline: 'default',
  pipelineHash: 'abc123',
};

/** An indicator row; blank but for what is given. */
export function buildIndicator(given: Partial<Indicator> = {}): Indicator {
  return {
    level1: '产出指标',
    level1Weight: 40,
    level2: '数量指标',
    level3: '设备数量',
    target: '≥90%',
    actual: '100%',
    weight: null,
    score: 20,
    deviation: null,
    ...given,
  };
}

/** A finding with a name. */
export function buildFinding(rule: string, given: Partial<Finding> = {}): Finding {
  return { rule, severity: 'error', message: `${rule} 的说明`, fields: ['/totalScore'], ...given };
}

/** Evidence on page 1. */
export function buildEvidence(raw: string, given: Partial<Evidence> = {}): Evidence {
  return { raw, page: 1, box: [10.5, 20, 30.25, 40], confidence: 0.99, needsReview: false, ...given };
}

/** A form of the seed's kind: 82 planned, 78.67 spent. */
export function buildForm(given: Partial<FormRecord> = {}): FormRecord {
  const blankRow = { initial: null, executionRate: null, weight: null, score: null };
  return {
    layout: 'shijiazhuang-2019',
    pages: [1],
    title: '市级部门预算项目绩效自评表',
    fiscalYear: 2019,
    reportingUnit: '中共石家庄市委组织部',
    amountUnit: '万元',
    projectName: '业务培训费',
    supervisingUnit: null,
    implementingUnit: '中共石家庄市委组织部',
    funds: [
      { source: 'total', budgeted: 82, received: 82, executed: 78.67, ...blankRow },
      { source: 'fiscal', budgeted: 82, received: 82, executed: 78.67, ...blankRow },
      { source: 'other', budgeted: null, received: null, executed: null, ...blankRow },
    ],
    executionRate: 89.02,
    goals: [{ expected: '完成培训', actual: '完成培训', completionRate: 100 }],
    indicators: [
      buildIndicator(),
      buildIndicator({ level2: '质量指标', target: '15部以上', actual: '5部以上', score: 43 }),
    ],
    totalScore: 100,
    issues: null,
    preparedBy: '马建尧',
    phone: '86686104',
    evidence: {
      '/funds/0/executed': buildEvidence('78.67'),
      '/totalScore': buildEvidence('1OO', { confidence: 0.61, needsReview: true }),
    },
    findings: [],
    ...given,
  };
}

/** What an extraction is built from: the document's bytes as a text (its identity), where it is, what it says. */
export interface ExtractionParts {
  readonly content?: string;
  readonly path?: string;
  readonly forms?: readonly FormRecord[];
  readonly problems?: Extraction['problems'];
}

/** An extraction that the record's schema accepts. */
export function buildExtraction(parts: ExtractionParts = {}): Extraction {
  return extractionSchema.parse({
    document: {
      sha256: createHash('sha256')
        .update(parts.content ?? 'one')
        .digest('hex'),
      path: parts.path ?? 'archive/one.pdf',
      mediaType: 'application/pdf',
      pageCount: 1,
    },
    forms: parts.forms ?? [buildForm()],
    problems: parts.problems ?? [],
  });
}

/** Saves one record by itself; what that did. */
export function saveOne(db: ArchiveDatabase, extraction: Extraction, from = origin): SaveOutcome | undefined {
  return saveExtractions(db, [extraction], from)[0]?.outcome;
}
