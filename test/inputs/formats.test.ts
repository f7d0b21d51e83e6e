import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { array, assert, asyncProperty, nat, tuple, uint8Array } from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeGb18030 } from '../../samples/generate/render/gb18030.ts';
import type { InputFormat, ReadContext } from '../../src/inputs/format.ts';
import { inputFormats, sniff } from '../../src/inputs/formats.ts';
import { readLimitsSchema } from '../../src/inputs/limits.ts';
import { renderPage } from '../../src/inputs/pdf/render.ts';
import { ExtractionError } from '../../src/model/extraction-error.ts';
import type { ReadDocument } from '../../src/model/page.ts';
import { problemSchema } from '../../src/model/problem.ts';
import { intakeStage } from '../../src/stages/intake.ts';

const folder = fileURLToPath(new URL('../../samples/', import.meta.url));
/** Recognition finds nothing here: what is tested is how each format hands its pages over. */
const context: ReadContext = {
  limits: readLimitsSchema.parse({}),
  recognize: ({ number, picture, pixelsPerPt }) =>
    Promise.resolve({
      kind: 'drawn',
      number,
      widthPt: picture.width / pixelsPerPt,
      heightPt: picture.height / pixelsPerPt,
      quarterTurns: 0,
      textItems: [],
      rulings: [],
    }),
};

/** A sample of a format: from the folder, or, of picture formats, a page of one of its PDFs. */
async function sampleOf(format: InputFormat): Promise<Uint8Array | undefined> {
  const files = readdirSync(folder).filter((name) => /\.(pdf|txt)$/.test(name));
  const samples = files.map((name) => readFileSync(path.join(folder, name)));
  const found = samples.find((bytes) => sniff(bytes)?.name === format.name);
  const pdf = files.findIndex((name) => name.endsWith('.pdf'));
  return found ?? (await pictureOf(format, samples[pdf] ?? new Uint8Array()));
}

const encodings = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'image/tiff': 'tiff', 'image/webp': 'webp' } as const;
const isPicture = (mediaType: string): mediaType is keyof typeof encodings => mediaType in encodings;

async function pictureOf({ mediaType }: InputFormat, pdf: Uint8Array): Promise<Uint8Array | undefined> {
  if (!isPicture(mediaType)) return undefined;
  const page = { number: 1, widthPt: 0, heightPt: 0, quarterTurns: 0 };
  const { data, ...raw } = await renderPage(pdf, page, { dpi: 50 });
  return sharp(data, { raw }).toFormat(encodings[mediaType]).toBuffer();
}

describe('sniff', () => {
  test.each([
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'application/pdf'],
    ['a PDF behind other bytes', Buffer.concat([Buffer.alloc(900, 0x20), Buffer.from('%PDF-1.4')]), 'application/pdf'],
    ['a PDF behind a mark and a NUL', Buffer.from('\ufeff\u0000%PDF-1.4'), 'application/pdf'],
    ['a PDF header too far behind', Buffer.concat([Buffer.alloc(1100, 0x20), Buffer.from('%PDF-1.4')]), 'text/plain'],
    ['UTF-8', Buffer.from('项目名称\t组织部'), 'text/plain'],
    ['GB18030', encodeGb18030('项目名称\t组织部'), 'text/plain'],
  ])('%s is %s by its content', (_, bytes, mediaType) => {
    expect(sniff(bytes)?.mediaType).toBe(mediaType);
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['a GIF', Buffer.from('474946383961010001000000', 'hex')],
    ['a zip', Buffer.from('504b0304140000000800', 'hex')],
    ['zeros', Buffer.alloc(64)],
  ])('%s is of no format', (_, bytes) => {
    expect(sniff(bytes)).toBeNull();
  });

  test('what lies behind the first 4096 bytes does not matter', () => {
    expect(sniff(Buffer.concat([Buffer.alloc(4096, 0x61), Buffer.alloc(10)]))?.mediaType).toBe('text/plain');
    expect(sniff(Buffer.concat([Buffer.alloc(4000, 0x61), Buffer.alloc(200)]))).toBeNull();
  });
});

describe('the stage intake', () => {
  let folderOfCopies = '';
  beforeAll(() => {
    folderOfCopies = mkdtempSync(path.join(tmpdir(), 'formats-'));
  });
  afterAll(() => {
    rmSync(folderOfCopies, { recursive: true, force: true });
  });

  test.each([
    ['shijiazhuang-turned-no-fonts.pdf', 'form.txt', 'application/pdf'],
    ['seed-14.txt', 'form.pdf', 'text/plain'],
    ['seed-14.txt', '没有后缀', 'text/plain'],
  ])('%s under the name %s is still %s', async (sample, name, mediaType) => {
    const copy = path.join(folderOfCopies, name);
    copyFileSync(path.join(folder, sample), copy);
    const intake = await intakeStage.run(copy, intakeStage.options.parse({}));
    const sha256 = createHash('sha256').update(readFileSync(copy)).digest('hex');
    expect(intake).toMatchObject({ path: copy, mediaType, sha256 });
  });
});

test('media types and names tell formats apart', () => {
  expect(new Set(inputFormats.map((format) => format.mediaType)).size).toBe(inputFormats.length);
  expect(new Set(inputFormats.map((format) => format.name)).size).toBe(inputFormats.length);
});

/** What any bytes may lead to: pages and problems, or an ExtractionError that says what to do. */
async function readOrRefuse(format: InputFormat, bytes: Uint8Array): Promise<ReadDocument | ExtractionError> {
  try {
    return await format.read(bytes, context);
  } catch (error) {
    if (error instanceof ExtractionError) return error;
    throw new Error('Anything but an ExtractionError is a fault of the reader', { cause: error });
  }
}

/** What is wrong with an outcome: an error without its parts, pages not numbered from 1, problems off their schema. */
function faultsOf(outcome: ReadDocument | ExtractionError): string[] {
  if (outcome instanceof ExtractionError) {
    const { code, hint, exitCode } = outcome.details;
    const isWhole = outcome.message !== '' && hint !== '' && /^[a-z][a-z0-9-]*$/.test(code) && exitCode === 3;
    return isWhole ? [] : [`error ${code} of exit code ${exitCode}: ${outcome.message}`];
  }
  const misnumbered = outcome.pages.filter((page, index) => page.number !== index + 1);
  const malformed = outcome.problems.filter((problem) => !problemSchema.safeParse(problem).success);
  return [...misnumbered.map((page) => `page ${page.number}`), ...malformed.map((problem) => problem.message)];
}

describe.each(inputFormats)('the format $name', (format) => {
  let bytes = new Uint8Array();
  beforeAll(async () => {
    bytes = new Uint8Array((await sampleOf(format)) ?? []);
  });

  test('has a sample, recognises it, and reads it without problems', async () => {
    expect(format.matches(bytes.subarray(0, 4096))).toBe(true);
    const document = await format.read(bytes, context);
    expect(document.pages.length).toBeGreaterThan(0);
    const codes = document.problems.map((problem) => problem.code);
    expect(codes).toStrictEqual(isPicture(format.mediaType) ? ['page-recognized'] : []);
    expect(faultsOf(document)).toStrictEqual([]);
  });

  test('gives plain data that can be saved and read again', async () => {
    const document = await format.read(bytes, context);
    expect(JSON.parse(JSON.stringify(document))).toStrictEqual(document);
  });

  test('gives the same for the same bytes, and leaves them as they were', async () => {
    const before = Buffer.from(bytes);
    const [first, second] = [await format.read(bytes, context), await format.read(bytes, context)];
    expect(second).toStrictEqual(first);
    expect(Buffer.compare(before, Buffer.from(bytes))).toBe(0);
  });

  test('meets a file that ends anywhere with pages, problems or an error that says what to do', async () => {
    for (const share of [0.05, 0.3, 0.6, 0.9, 0.99]) {
      expect(faultsOf(await readOrRefuse(format, bytes.subarray(0, Math.floor(bytes.length * share))))).toStrictEqual(
        [],
      );
    }
  });

  test('meets damaged bytes likewise', async () => {
    const changes = array(tuple(nat(bytes.length - 1), nat(255)), { minLength: 1, maxLength: 40 });
    await assert(
      asyncProperty(changes, async (all) => {
        const damaged = Buffer.from(bytes);
        for (const [at, value] of all) damaged[at] = value;
        expect(faultsOf(await readOrRefuse(format, damaged))).toStrictEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  test('meets anything that begins as its files do likewise', async () => {
    const head = bytes.subarray(0, 16);
    await assert(
      asyncProperty(uint8Array({ maxLength: 400 }), async (rest) => {
        expect(faultsOf(await readOrRefuse(format, Buffer.concat([head, rest])))).toStrictEqual([]);
      }),
      { numRuns: 12 },
    );
  });
});
