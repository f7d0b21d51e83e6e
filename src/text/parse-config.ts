import type { z } from 'zod';
import { ExtractionError, exitCodes } from '../model/extraction-error.ts';

/** A file written by a person, with what it must hold. */
export interface ConfigSource<Schema extends z.ZodType> {
  readonly schema: Schema;
  readonly file: string;
  /** What the file is, as its author calls it: layout, pipeline. */
  readonly what: string;
}

/**
 * The content of a JSON file that a person wrote.
 *
 * @throws ExtractionError `<what>-invalid`, which lists each path in the file with what was expected there.
 */
export function parseConfig<Schema extends z.ZodType>(
  text: string,
  { schema, file, what }: ConfigSource<Schema>,
): z.output<Schema> {
  const invalid = (message: string, cause: unknown): ExtractionError =>
    new ExtractionError(`The ${what} ${file} is not valid: ${message}`, {
      code: `${what}-invalid`,
      exitCode: exitCodes.usage,
      hint: `Correct the file; CONTRIBUTING.md describes what a ${what} holds`,
      cause,
    });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw invalid(cause instanceof Error ? cause.message : String(cause), cause);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => `${pathOf(issue.path)}: ${issue.message}`);
  throw invalid(issues.join('; '), parsed.error);
}

function pathOf(path: readonly PropertyKey[]): string {
  return path.length === 0 ? '(root)' : path.map(String).join('.');
}
