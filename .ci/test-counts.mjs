// Prints `N passed, N failed` from vitest's JSON results. A test file that could not be loaded counts as a failure,
// and so does a run that left no results.
import { existsSync, readFileSync } from 'node:fs';

const [results = 'out/vitest.json'] = process.argv.slice(2);

/** @returns {{ passed: number, failed: number }} */
function countTests() {
  if (!existsSync(results)) return { passed: 0, failed: 1 };
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(results, 'utf8'));
  const broken = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  return { passed: numPassedTests, failed: numFailedTests + broken.length };
}

const { passed, failed } = countTests();
console.log(`${passed} passed, ${failed} failed`);
