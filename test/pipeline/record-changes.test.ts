import { expect, test } from 'vitest';
import { recordChanges } from '../../src/pipeline/record-changes.ts';
import { extract } from '../../src/index.ts';
import { sample } from '../cli/ziping.ts';

const record = await extract(sample('shijiazhuang-turned-no-fonts.pdf'));

test('the same record at another path has not changed', () => {
  expect(recordChanges(record, { ...record, document: { ...record.document, path: 'elsewhere.pdf' } })).toStrictEqual(
    [],
  );
});

test('each value that differs, with what it was and is', () => {
  const [form] = record.forms;
  const forms = [{ ...form, totalScore: 12.5, phone: null }] as typeof record.forms;
  expect(recordChanges(record, { ...record, forms })).toStrictEqual([
    { path: '/forms/0/totalScore', before: form?.totalScore, after: 12.5 },
    { path: '/forms/0/phone', before: form?.phone, after: null },
  ]);
});

test('places that only one of them has; keys as JSON pointers write them', () => {
  const changes = recordChanges(record, { ...record, forms: [] });
  expect(changes).toContainEqual(
    expect.objectContaining({ path: '/forms/0/evidence/~1title/page', before: 1, after: undefined }),
  );
});

test('everything is new where there was nothing', () => {
  const changes = recordChanges(null, record);
  expect(changes[0]).toMatchObject({ path: '/document/sha256', before: undefined, after: record.document.sha256 });
});
