import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run, withTemporaryDirectory } from './run.ts';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-pdf-header-footer',
];

/** Prints a page of HTML to a PDF file with Chromium. */
export async function printHtml(html: string, pdfPath: string): Promise<void> {
  await withTemporaryDirectory(async (directory) => {
    const source = join(directory, 'in.html');
    const target = join(directory, 'out.pdf');
    await writeFile(source, html);
    const profile = `--user-data-dir=${join(directory, 'profile')}`;
    await run('chromium', [...flags, profile, `--print-to-pdf=${target}`, pathToFileURL(source).href]);
    await copyFile(target, pdfPath);
  });
}
