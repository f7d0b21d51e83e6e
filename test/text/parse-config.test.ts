import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ExtractionError } from '../../src/model/extraction-error.ts';
import { parseConfig } from '../../src/text/parse-config.ts';

const schema = z.strictObject({
  id: z.string(),
  rows: z.array(z.strictObject({ weight: z.number() })).default([]),
});
const source = { schema, file: 'forms/one.json', what: 'layout' };

function errorOf(text: string): ExtractionError {
  try {
    parseConfig(text, source);
  } catch (error) {
    if (error instanceof ExtractionError) return error;
  }
  throw new Error('no ExtractionError was thrown');
}

describe('parseConfig', () => {
  test('gives what the schema makes of the file', () => {
    expect(parseConfig('{"id":"one"}', source)).toStrictEqual({ id: 'one', rows: [] });
  });

  test.each([
    ['{"id":1}', /forms\/one\.json is not valid: id: .*string/],
    ['{"id":"one","rows":[{"weight":1},{"weight":"2"}]}', /: rows\.1\.weight: .*number/],
    ['{"id":"one","colour":"red"}', /\(root\): .*colour/],
    ['[]', /\(root\): .*object/],
    ['{"id":', /forms\/one\.json is not valid: .*JSON/],
    ['', /forms\/one\.json is not valid: /],
  ])('%j is refused with the place and what was expected', (text, message) => {
    const error = errorOf(text);
    expect(error.message).toMatch(message);
    expect(error.details).toMatchObject({ code: 'layout-invalid', exitCode: 2 });
    expect(error.details.hint).not.toBe('');
    expect(error.cause).toBeInstanceOf(Error);
  });

  test('all faults are named at once', () => {
    expect(errorOf('{"id":1,"rows":[{"weight":"2"}]}').message).toMatch(/id: .*; rows\.0\.weight: /);
  });
});
