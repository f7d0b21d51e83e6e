import { ExtractionError } from '../../src/model/extraction-error.ts';

/** The `ExtractionError` that `act` throws; fails where it throws another or none. */
export function thrownError(act: () => unknown): ExtractionError {
  try {
    act();
  } catch (error) {
    if (error instanceof ExtractionError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}
