import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from '../../src/store/canonical-json.ts';

it('sorts keys at every depth and leaves lists as they are', () => {
  expect(canonicalJson({ b: [3, 1, { d: 1, c: 2 }], a: null, 中: undefined })).toBe(
    '{"a":null,"b":[3,1,{"c":2,"d":1}]}',
  );
});

it('says the same of a value whatever the order of its keys', () => {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .toReversed()
        .map(([key, part]) => [key, reversed(part)]),
    );
  };
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
