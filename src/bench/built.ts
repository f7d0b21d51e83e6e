import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What a user starts. */
export const launcher = fileURLToPath(new URL('../launch/ziping.mjs', import.meta.url));

const program = new URL('../../dist/program/index.cjs', import.meta.url);

type Library = typeof import('../index.ts');

/**
 * The library as it is built, which is what users run; the sources read some PDFs more slowly.
 *
 * @throws Error where it is not built
 */
export async function loadBuilt(): Promise<Library> {
  const built: unknown = existsSync(program) ? await import(program.href) : null;
  if (!isLibrary(built)) throw new Error('There is no dist/program: run npm run build');
  return built;
}

function isLibrary(value: unknown): value is Library {
  return typeof value === 'object' && value !== null && 'ingest' in value;
}
