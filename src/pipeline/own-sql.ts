import { ExtractionError, exitCodes } from '../model/extraction-error.ts';
import { namedQueries } from '../store/queries/index.ts';

/**
 * Parameters for one's own statement. Text that is the plain spelling of a whole number is bound as one, so that
 * `LIMIT @n` works; a column of texts compares it as text all the same.
 */
export function sqlParameters(given: Readonly<Record<string, string>>): Readonly<Record<string, string | number>> {
  const entries = Object.entries(given).map(([name, text]): [string, string | number] => {
    const isPlain = Number.isSafeInteger(Number(text)) && String(Number(text)) === text;
    return [name, isPlain ? Number(text) : text];
  });
  return Object.fromEntries(entries);
}

/** The error for a single word that is no query's name, and no SQL either. */
export function unknownQuery(name: string): ExtractionError {
  return new ExtractionError(`There is no query "${name}"`, {
    code: 'query-unknown',
    exitCode: exitCodes.usage,
    hint: `Queries there are: ${namedQueries.map((query) => query.name).join(', ')}; or give a SELECT`,
  });
}
