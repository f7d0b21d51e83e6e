import { ExtractionError, exitCodes } from '../../model/extraction-error.ts';
import type { NamedQuery, QueryParameter } from './named-query.ts';

/**
 * The values to run a query with: those given, as a command line spells them, and the defaults for the rest.
 * @throws ExtractionError (exit code 2) where a name is unknown, a value is no integer, or one is missing
 */
export function bindParameters(
  query: NamedQuery,
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, string | number | null>> {
  const unknown = Object.keys(given).find((name) => !query.parameters.some((parameter) => parameter.name === name));
  if (unknown !== undefined) throw parameterError(query, `has no parameter ${unknown}`);
  return Object.fromEntries(
    query.parameters.map((parameter) => [parameter.name, valueOf(query, parameter, given[parameter.name])]),
  );
}

function valueOf(query: NamedQuery, parameter: QueryParameter, text: string | undefined): string | number | null {
  if (text === undefined) {
    if (parameter.default !== undefined) return parameter.default;
    throw parameterError(query, `needs the parameter ${parameter.name}`);
  }
  if (parameter.type === 'text') return text;
  if (/^-?\d{1,15}$/.test(text)) return Number(text);
  throw parameterError(query, `takes a whole number as ${parameter.name}, not "${text}"`);
}

function parameterError(query: NamedQuery, found: string): ExtractionError {
  const list = query.parameters.map(({ name, type, description }) => `${name} (${type}): ${description}`);
  return new ExtractionError(`The query ${query.name} ${found}.`, {
    code: 'query-parameter',
    exitCode: exitCodes.usage,
    hint: list.length === 0 ? 'It takes no parameters.' : `Its parameters: ${list.join('; ')}.`,
  });
}
