import type { ArchiveDatabase } from '../../../src/store/archive-database.ts';
import {
  buildEvidence,
  buildExtraction,
  buildFinding,
  buildForm,
  buildIndicator,
  saveOne,
} from '../extraction-builder.ts';
import { temporaryArchive } from '../temporary-archive.ts';

const fund = {
  source: 'total',
  initial: null,
  received: null,
  weight: null,
  score: null,
  executionRate: null,
} as const;

const training = buildForm({
  totalScore: 100,
  findings: [
    buildFinding('total-score-mismatch', { message: '20+43 = 63, printed 100' }),
    buildFinding('goal-copied', { fields: ['/goals/0/expected', '/goals/0/actual'] }),
    buildFinding('target-missed', { fields: ['/indicators/1/target', '/indicators/1/actual'] }),
    buildFinding('units-differ', { severity: 'info' }),
  ],
});

const roads = buildForm({
  layout: 'ministry-2020',
  projectName: '道路养护',
  reportingUnit: '交通局',
  implementingUnit: '养护中心',
  supervisingUnit: '省交通厅',
  fiscalYear: 2020,
  funds: [{ ...fund, budgeted: 300, executed: 100, executionRate: 33.3, weight: 10, score: 3.33 }],
  executionRate: null,
  indicators: [buildIndicator({ score: 50.5 }), buildIndicator({ score: 46.17 })],
  totalScore: 90,
  findings: [
    buildFinding('total-score-mismatch', { message: '3.33+50.5+46.17 = 100, printed 90' }),
    buildFinding('target-missed', { severity: 'warning', fields: ['/indicators/0/actual'] }),
  ],
  evidence: { '/totalScore': buildEvidence('9O', { confidence: 0.4, needsReview: true }) },
});

const unspent = buildForm({
  projectName: '空白项目',
  funds: [{ ...fund, budgeted: 0, executed: 0 }],
  indicators: [],
  totalScore: null,
  evidence: {},
});

/** Three documents: one form with findings, two forms of another unit, and one that holds no form. */
export function sampleArchive(): ArchiveDatabase {
  const db = temporaryArchive();
  const unreadable = { code: 'layout-unknown', message: 'No form.', hint: 'Add a layout.', stage: 'segment' };
  saveOne(db, buildExtraction({ content: '1', path: 'a/1.pdf', forms: [training] }));
  saveOne(db, buildExtraction({ content: '2', path: 'b/2.pdf', forms: [roads, unspent] }));
  saveOne(db, buildExtraction({ content: '3', path: 'c/3.txt', forms: [], problems: [unreadable] }));
  return db;
}
