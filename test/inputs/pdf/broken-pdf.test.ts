import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ExtractionError } from '../../../src/model/extraction-error.ts';
import { read, smallPdf } from './small-pdf.ts';

describe('files that nothing can be read of', () => {
  const whole = smallPdf([{ content: 'BT /F1 10 Tf 30 60 Td (Budget) Tj ET' }]);

  test.each([
    ['a header and nothing else', Buffer.from('%PDF-1.7\n')],
    ['a header before another file', Buffer.from(`%PDF-1.7\n${'绩效自评表\t项目名称\n'.repeat(20)}`)],
    ['a file that ends before its first page', whole.subarray(0, 40)],
    ['a file that ends before it says where its pages are', whole.subarray(0, whole.lastIndexOf('xref\n0 '))],
  ])('%s is broken, and says what to do', async (_, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({
      name: 'ExtractionError',
      details: { code: 'pdf-broken', exitCode: 3, stage: 'read', hint: expect.stringMatching(/qpdf/) as string },
    });
  });

  test('a file whose last bytes are missing is read', async () => {
    const { pages, problems } = await read(whole.subarray(0, whole.lastIndexOf('startxref')));
    expect(pages).toMatchObject([{ textItems: [{ text: 'Budget' }] }]);
    expect(problems).toStrictEqual([]);
  });

  test('a file whose table of references is wrong is read', async () => {
    const wrong = Buffer.from(whole.toString('latin1').replace(/startxref\n\d+/, 'startxref\n7'), 'latin1');
    expect((await read(wrong)).pages).toMatchObject([{ textItems: [{ text: 'Budget' }] }]);
  });

  const hasQpdf = spawnSync('qpdf', ['--version']).status === 0;
  test.skipIf(!hasQpdf)(
    'a file with a password is refused; one without needs none (skipped where qpdf is not installed)',
    async () => {
      const folder = mkdtempSync(path.join(tmpdir(), 'read-pdf-'));
      const [plain, secret] = [path.join(folder, 'plain.pdf'), path.join(folder, 'secret.pdf')];
      const encrypt = (user: string): Buffer => {
        execFileSync('qpdf', ['--encrypt', user, 'owner', '256', '--', plain, secret]);
        return readFileSync(secret);
      };
      try {
        writeFileSync(plain, whole);
        await expect(read(encrypt('user'))).rejects.toMatchObject({
          details: { code: 'pdf-encrypted', exitCode: 3, hint: expect.stringMatching(/password/) as string },
        });
        await expect(read(encrypt(''))).resolves.toMatchObject({ pages: [{ textItems: [{ text: 'Budget' }] }] });
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});

/** Files of public projects that are not ours to publish; they lie beside the checkout of those who have them. */
const realFolder = fileURLToPath(new URL('../../../../shared/real/pdf/', import.meta.url));

describe('real files', () => {
  test.for([
    ['with a password', 'pdfjs_print_protection.pdf', { code: 'pdf-encrypted' }],
    ['broken, of 184 bytes', 'pdfjs_bug1020226.pdf', { code: 'pdf-broken' }],
    [
      'millions of pages claimed, one there',
      'pdfjs_poppler-85140-0.pdf',
      { pages: 1, problems: ['page-without-text'] },
    ],
    ['encrypted, without a password', 'pdfjs_secHandler.pdf', { pages: 1 }],
    ['GBK in a Latin font', 'pdfjs_SimFang-variant.pdf', { problems: [], text: '全世界无产者，联合起来A' }],
    ['Chinese that is not embedded', 'pdfjs_issue2128r.pdf', { text: '浅谈校长的魅力山西省闻喜县诚镇初中李新录' }],
    ['a scan', 'ocrmypdf_jbig2.pdf', { problems: ['page-without-text'], text: '' }],
  ] as const)('%s', async ([, name, expected], { skip }) => {
    const file = path.join(realFolder, name);
    skip(!existsSync(file), `file not there: ${file}`);
    expect(await outcomeOf(readFileSync(file))).toMatchObject(expected);
  });
});

async function outcomeOf(bytes: Uint8Array): Promise<unknown> {
  try {
    const { pages, problems } = await read(bytes);
    const items = pages.flatMap((page) => (page.kind === 'drawn' ? page.textItems : []));
    return {
      pages: pages.length,
      problems: problems.map((problem) => problem.code),
      text: items.map((item) => item.text).join(''),
    };
  } catch (error) {
    return error instanceof ExtractionError ? { code: error.details.code } : error;
  }
}
