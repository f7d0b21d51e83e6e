import { describe, expect, it } from 'vitest';
import type { ArchiveDatabase } from '../../src/store/archive-database.ts';
import { openDatabase } from '../../src/store/database.ts';
import { saveExtractions } from '../../src/store/save-extraction.ts';
import { findStored } from '../../src/store/stored-extraction.ts';
import {
  buildEvidence,
  buildExtraction,
  buildFinding,
  buildForm,
  buildIndicator,
  origin,
  saveOne,
} from './extraction-builder.ts';
import { temporaryArchive } from './temporary-archive.ts';
import { thrownError } from './thrown-error.ts';

const tables = ['documents', 'document_paths', 'extractions', 'problems', 'forms', 'funds', 'goals', 'indicators'];
const allTables = [...tables, 'findings', 'evidence'];

function countRows(db: ArchiveDatabase): Record<string, unknown> {
  return Object.fromEntries(
    allTables.map((table) => [table, db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()]),
  );
}

/** Every row of every table, ids included. */
function dump(db: ArchiveDatabase): unknown {
  return allTables.map((table) => db.prepare(`SELECT * FROM ${table}`).all());
}

const totalChanges = (db: ArchiveDatabase) => db.prepare('SELECT total_changes()').pluck().get();

const problem = {
  code: 'page-unreadable',
  message: 'Page 2 is blank.',
  hint: 'Scan it again.',
  stage: 'read',
  page: 2,
};

describe('saveExtractions', () => {
  it('spreads a new document over the tables', () => {
    const db = temporaryArchive();
    const form = buildForm({
      pages: [3, 4],
      findings: [buildFinding('goal-copied', { fields: ['/goals/0/expected', '/goals/0/actual'] })],
      evidence: {
        '/title': buildEvidence('表', { repair: { from: '1OO', to: '100', proof: ['57+43 = 100'] } }),
        '/phone': { raw: '86686104', line: 7, column: 3, confidence: 1, needsReview: true },
        '/issues': { raw: '无', sheet: '自评', cell: 'B7', confidence: 0.5, needsReview: true },
      },
    });
    expect(saveOne(db, buildExtraction({ forms: [form], problems: [problem] }))).toBe('added');
    expect(countRows(db)).toEqual({
      documents: 1,
      document_paths: 1,
      extractions: 1,
      problems: 1,
      forms: 1,
      funds: 3,
      goals: 1,
      indicators: 2,
      findings: 1,
      evidence: 3,
    });
    expect(db.prepare('SELECT first_page, pages, execution_rate, total_score_micro FROM forms').get()).toEqual({
      first_page: 3,
      pages: '[3,4]',
      execution_rate: 89.02,
      total_score_micro: 100_000_000,
    });
    expect(db.prepare('SELECT executed, initial FROM funds WHERE position = 1').get()).toEqual({
      executed: 78.67,
      initial: null,
    });
    expect(
      db.prepare('SELECT pointer, page, box_right, line_number, column_number, cell, repair FROM evidence').all(),
    ).toEqual([
      {
        pointer: '/issues',
        page: null,
        box_right: null,
        line_number: null,
        column_number: null,
        cell: 'B7',
        repair: null,
      },
      { pointer: '/phone', page: null, box_right: null, line_number: 7, column_number: 3, cell: null, repair: null },
      {
        pointer: '/title',
        page: 1,
        box_right: 30.25,
        line_number: null,
        column_number: null,
        cell: null,
        repair: '{"from":"1OO","proof":["57+43 = 100"],"to":"100"}',
      },
    ]);
    expect(db.pragma('foreign_key_check')).toEqual([]);
  });

  it('says how an extraction went', () => {
    const db = temporaryArchive();
    const status = () => db.prepare('SELECT status FROM extractions').pluck().get();
    saveOne(db, buildExtraction());
    expect(status()).toBe('complete');
    saveOne(db, buildExtraction({ problems: [{ ...problem, code: 'page-recognized' }] }));
    expect(status()).toBe('complete');
    saveOne(db, buildExtraction({ problems: [{ ...problem, code: 'page-recognized' }, problem] }));
    expect(status()).toBe('partial');
    saveOne(db, buildExtraction({ forms: [], problems: [problem] }));
    expect(status()).toBe('no-forms');
  });

  it('writes nothing where nothing changed, whatever the order of keys', () => {
    const db = temporaryArchive();
    const evidence = { '/title': buildEvidence('表'), '/phone': buildEvidence('1') };
    const reversed = { '/phone': buildEvidence('1'), '/title': buildEvidence('表') };
    saveOne(db, buildExtraction({ forms: [buildForm({ evidence })] }));
    const [rows, changes] = [dump(db), totalChanges(db)];
    const again = buildExtraction({ forms: [buildForm({ evidence: reversed })] });
    expect(saveOne(db, again, { ...origin, extractedAt: new Date() })).toBe('unchanged');
    expect(dump(db)).toEqual(rows);
    expect(totalChanges(db)).toBe(changes);
  });

  it('writes the origin alone where another version gives the same', () => {
    const db = temporaryArchive();
    saveOne(db, buildExtraction());
    const changes = Number(totalChanges(db));
    expect(saveOne(db, buildExtraction(), { ...origin, programVersion: '0.2.0' })).toBe('unchanged');
    expect(totalChanges(db)).toBe(changes + 1);
    expect(db.prepare('SELECT program_version FROM extractions').pluck().get()).toBe('0.2.0');
  });

  it('replaces what another reading gives, and forms keep their ids', () => {
    const db = temporaryArchive();
    saveOne(db, buildExtraction({ content: 'a', path: 'a', forms: [buildForm(), buildForm()] }));
    saveOne(db, buildExtraction({ content: 'b', path: 'b' }));
    const ids = () => db.prepare('SELECT id FROM forms WHERE document_id = 1 ORDER BY position').pluck().all();
    const before = ids();
    const changed = buildForm({ indicators: [buildIndicator({ score: 19.5 })], findings: [buildFinding('a-rule')] });
    const next = buildExtraction({ content: 'a', path: 'a', forms: [changed, buildForm(), buildForm()] });
    expect(saveOne(db, next)).toBe('replaced');
    expect(ids().slice(0, 2)).toEqual(before);
    expect(ids()).toHaveLength(3);
    expect(db.prepare('SELECT score FROM indicators WHERE form_id = 1').pluck().all()).toEqual([19.5]);
    expect(countRows(db)).toMatchObject({ documents: 2, extractions: 2, forms: 4, findings: 1 });
  });

  it('keeps one document for one content at two paths', () => {
    const db = temporaryArchive();
    saveOne(db, buildExtraction({ path: 'b.pdf' }));
    const changes = Number(totalChanges(db));
    expect(saveOne(db, buildExtraction({ path: 'a.pdf' }))).toBe('unchanged');
    expect(totalChanges(db)).toBe(changes + 1);
    expect(countRows(db)).toMatchObject({ documents: 1, document_paths: 2, forms: 1 });
    expect(db.prepare('SELECT document_path FROM forms_flat').pluck().all()).toEqual(['a.pdf']);
  });

  it('takes new content at a known path for a replacement', () => {
    const db = temporaryArchive();
    saveOne(db, buildExtraction({ content: 'draft', path: 'a.pdf' }));
    expect(saveOne(db, buildExtraction({ content: 'final', path: 'a.pdf' }))).toBe('replaced');
    expect(countRows(db)).toMatchObject({ documents: 1, document_paths: 1, extractions: 1, forms: 1, evidence: 2 });
  });

  it('keeps the earlier content where another path still has it', () => {
    const db = temporaryArchive();
    saveOne(db, buildExtraction({ content: 'draft', path: 'a.pdf' }));
    saveOne(db, buildExtraction({ content: 'draft', path: 'copy.pdf' }));
    saveOne(db, buildExtraction({ content: 'final', path: 'a.pdf' }));
    expect(countRows(db)).toMatchObject({ documents: 2, document_paths: 2, forms: 2 });
  });

  it('saves many in one transaction, in their order', () => {
    const db = temporaryArchive();
    const batch = ['a', 'b', 'a'].map((content, index) => buildExtraction({ content, path: `${index}` }));
    expect(saveExtractions(db, batch, origin)).toEqual([
      { outcome: 'added', extraction: batch[0] },
      { outcome: 'added', extraction: batch[1] },
      { outcome: 'unchanged', extraction: batch[2] },
    ]);
    expect(countRows(db)).toMatchObject({ documents: 2, document_paths: 3 });
    expect(db.inTransaction).toBe(false);
  });

  const refused = [
    ['a number that no column holds', buildForm({ totalScore: 0.1 + 0.2 }), '/totalScore is 0.30000000000000004'],
    [
      'a value that a column forbids',
      buildForm({ evidence: { phone: buildEvidence('1') } }),
      'CHECK constraint failed',
    ],
  ] as const;

  it.each(refused)('saves of a document with %s why it is refused, and all of the others', (_, form, said) => {
    const db = temporaryArchive();
    const good = ['a', 'c'].map((content) => buildExtraction({ content, path: content }));
    const bad = { ...buildExtraction({ content: 'b', path: 'b' }), forms: [buildForm(), form] };
    const saved = saveExtractions(
      db,
      [good[0], bad, good[1]].flatMap((extraction) => extraction ?? []),
      origin,
    );
    expect(saved.map(({ extraction }) => extraction)).toEqual([
      good[0],
      {
        document: bad.document,
        forms: [],
        problems: [
          expect.objectContaining({ code: 'record-refused', message: expect.stringContaining(said) as string }),
        ],
      },
      good[1],
    ]);
    expect(countRows(db)).toMatchObject({ documents: 3, forms: 2, problems: 1 });
    const paths = saved.map(({ extraction }) => extraction.document.path);
    expect(paths.map((path) => findStored(db, { path })?.extraction)).toEqual(
      saved.map(({ extraction }) => extraction),
    );
  });

  it('saves nothing of a batch where the database itself fails', () => {
    const db = temporaryArchive();
    db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 2}`);
    const large = buildExtraction({ content: 'b', path: 'b', forms: [buildForm({ issues: '长'.repeat(1e6) })] });
    const batch = [buildExtraction({ content: 'a', path: 'a' }), large];
    expect(thrownError(() => saveExtractions(db, batch, origin)).details.code).toBe('database-disk-full');
    expect(new Set(Object.values(countRows(db)))).toEqual(new Set([0]));
    expect(db.inTransaction).toBe(false);
  });
});

describe('a database that cannot be written', () => {
  it('is reported as locked where another program writes', () => {
    const db = temporaryArchive();
    const other = openDatabase(db.name);
    other.exec('BEGIN IMMEDIATE');
    db.pragma('busy_timeout = 20');
    expect(thrownError(() => saveOne(db, buildExtraction())).details.code).toBe('database-locked');
    other.close();
    expect(saveOne(db, buildExtraction())).toBe('added');
  });

  it('is reported as full where it cannot grow, and keeps what it had', () => {
    const db = temporaryArchive();
    saveOne(db, buildExtraction());
    const before = dump(db);
    db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true }))}`);
    const large = buildExtraction({
      content: 'large',
      path: 'large',
      forms: [buildForm({ issues: '长'.repeat(1e6) })],
    });
    const error = thrownError(() => saveOne(db, large));
    expect(error.details).toMatchObject({ code: 'database-disk-full', exitCode: 4 });
    expect(dump(db)).toEqual(before);
  });
});

describe('findStored', () => {
  it('gives back what was saved, by path and by content', () => {
    const db = temporaryArchive();
    const extraction = buildExtraction({ problems: [problem] });
    saveOne(db, extraction);
    expect(findStored(db, { path: extraction.document.path })).toEqual({ extraction, origin });
    expect(findStored(db, { sha256: extraction.document.sha256 })).toEqual({ extraction, origin });
  });

  it('gives nothing where there is nothing', () => {
    expect(findStored(temporaryArchive(), { path: 'a.pdf' })).toBeNull();
  });

  it('gives nothing for a record that this program cannot have written', () => {
    const db = temporaryArchive();
    saveOne(db, buildExtraction());
    db.exec("UPDATE extractions SET record = '[]'");
    expect(findStored(db, { path: 'archive/one.pdf' })).toBeNull();
  });
});
