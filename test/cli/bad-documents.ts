import { readFileSync } from 'node:fs';
import { sample } from './ziping.ts';

/** A document that cannot be read, and what must be said of it. */
export interface BadDocument {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly code: string;
  /** A part of what to do next. */
  readonly next: string;
}

const pdf = readFileSync(sample('shijiazhuang-turned-no-fonts.pdf'));

/** Opens with a password that nobody has: the hashes of both are arbitrary. */
const encryptedPdf = `%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>> endobj
4 0 obj <</Filter /Standard /V 1 /R 2 /P -4 /O <${'3a'.repeat(32)}> /U <${'5b'.repeat(32)}>>> endobj
trailer <</Root 1 0 R /Encrypt 4 0 R /ID [<${'01'.repeat(16)}> <${'01'.repeat(16)}>]>>
%%EOF
`;

/** Documents that give no form, whatever is tried. */
export const badDocuments: readonly BadDocument[] = [
  { name: 'empty.pdf', bytes: new Uint8Array(), code: 'file-empty', next: 'Fetch the file again' },
  { name: 'truncated.pdf', bytes: pdf.subarray(0, 1500), code: 'pdf-broken', next: 'Fetch the file again' },
  { name: 'encrypted.pdf', bytes: Buffer.from(encryptedPdf), code: 'pdf-encrypted', next: 'without a password' },
  { name: 'zip.pdf', bytes: Buffer.from('PK\u0003\u0004\u0000\u0000\u0000'), code: 'format-unknown', next: 'convert' },
  { name: 'report.txt', bytes: Buffer.from('第三周工作周报\n本周完成三项工作。\n'), code: 'no-form', next: 'layout' },
];
