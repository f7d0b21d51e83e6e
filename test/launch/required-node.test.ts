import { expect, test } from 'vitest';
import { isNewEnough } from '../../src/launch/required-node.mjs';

test.each(['22.13.0', '22.20.1', '23.0.0', '24.21.0', '100.0.0'])('Node %s is new enough', (version) => {
  expect(isNewEnough(version)).toBe(true);
});

test.each(['22.12.9', '21.99.0', '20.20.2', '8.17.0'])('Node %s is too old', (version) => {
  expect(isNewEnough(version)).toBe(false);
});
