import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run, withTemporaryDirectory } from './run.ts';

/** One document for LibreOffice: flat XML, and where its PDF is to go. */
export interface OfficeSource {
  readonly xml: string;
  readonly extension: 'fodt' | 'fods';
  readonly pdfPath: string;
}

/** Converts documents to PDF, several in each start of LibreOffice, because starting takes longer than converting. */
export async function convertWithOffice(sources: readonly OfficeSource[]): Promise<void> {
  for (let first = 0; first < sources.length; first += 20) await convertBatch(sources.slice(first, first + 20));
}

async function convertBatch(sources: readonly OfficeSource[]): Promise<void> {
  await withTemporaryDirectory(async (directory) => {
    const out = join(directory, 'out');
    await mkdir(out);
    const names = sources.map((_, index) => String(index).padStart(3, '0'));
    const paths = sources.map((source, index) => join(directory, `${names[index]}.${source.extension}`));
    for (const [index, source] of sources.entries()) await writeFile(paths[index] ?? '', source.xml);
    const profile = `-env:UserInstallation=${pathToFileURL(join(directory, 'profile')).href}`;
    await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', out, ...paths]);
    for (const [index, source] of sources.entries()) await copyFile(join(out, `${names[index]}.pdf`), source.pdfPath);
  });
}
