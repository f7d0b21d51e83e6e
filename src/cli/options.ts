import { InvalidArgumentError, Option } from 'commander';
import { ocrChoices } from '../index.ts';

/** The database where nothing else is said. */
export const defaultDatabase = 'ziping.db';

/** `--db FILE`, as most commands take it. */
export function databaseOption(): Option {
  return new Option('--db <FILE>', 'database file').default(defaultDatabase);
}

/** `--pipeline NAME`, as the commands that read documents take it. */
export function pipelineOption(): Option {
  return new Option('--pipeline <NAME>', 'a pipeline of pipelines/ by name, or a file').default('default');
}

/** `--layouts DIR`, beside `--pipeline`. */
export function layoutsOption(): Option {
  return new Option('--layouts <DIR>', 'a folder of your own form layouts, tried besides those of the program');
}

/** `--ocr ENGINE`, beside `--pipeline`. */
export function ocrOption(): Option {
  return new Option('--ocr <ENGINE>', 'what scanned pages are read with').choices(ocrChoices);
}

/** A whole number from 1. @throws InvalidArgumentError */
export function parseCount(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Expected a whole number from 1.');
}

/** A number of seconds above 0, as milliseconds. @throws InvalidArgumentError */
export function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (text.trim() !== '' && seconds > 0 && seconds <= 86_400) return Math.round(seconds * 1000);
  throw new InvalidArgumentError('Expected a number of seconds above 0, at most 86400.');
}

/** One more `name=value`. @throws InvalidArgumentError */
export function parseParameter(text: string, given: Readonly<Record<string, string>> = {}): Record<string, string> {
  const equals = text.indexOf('=');
  if (equals < 1) throw new InvalidArgumentError('Expected NAME=VALUE.');
  return { ...given, [text.slice(0, equals)]: text.slice(equals + 1) };
}
