import { deflateSync } from 'node:zlib';

/** Collects the objects of a PDF 1.4 file (ISO 32000-1, 7.5) and writes them with a cross-reference table. */
export interface PdfFile {
  /** A number for an object that is given later with `set`. */
  reserve(): number;
  set(number: number, body: string): void;
  /** Adds an object and returns its number. */
  add(body: string): number;
  /** Adds a stream; `entries` are the dictionary's entries besides Length and Filter. */
  addStream(entries: string, content: string): number;
  /** The whole file; `root` is the catalog's number. */
  bytes(root: number): Uint8Array;
}

/** An empty file. Streams are deflated where `compress` is set. */
export function createPdfFile(compress: boolean): PdfFile {
  const bodies: Buffer[] = [];
  const put = (body: Buffer): number => bodies.push(body);
  return {
    reserve: () => put(Buffer.alloc(0)),
    set: (number, body) => {
      bodies[number - 1] = Buffer.from(body, 'latin1');
    },
    add: (body) => put(Buffer.from(body, 'latin1')),
    addStream: (entries, content) => put(streamBody(entries, Buffer.from(content, 'latin1'), compress)),
    bytes: (root) => fileBytes(bodies, root),
  };
}

function streamBody(entries: string, content: Buffer, compress: boolean): Buffer {
  const data = compress ? deflateSync(content) : content;
  const filter = compress ? ' /Filter /FlateDecode' : '';
  const head = `<< ${entries} /Length ${data.length}${filter} >>\nstream\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), data, Buffer.from('\nendstream', 'latin1')]);
}

function fileBytes(bodies: readonly Buffer[], root: number): Uint8Array {
  const parts: Buffer[] = [];
  const offsets: number[] = [];
  let length = 0;
  const push = (part: Buffer): void => {
    parts.push(part);
    length += part.length;
  };
  push(Buffer.from('%PDF-1.4\n%\xe4\xb8\xad\xe6\n', 'latin1'));
  for (const [index, body] of bodies.entries()) {
    offsets.push(length);
    push(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from('\nendobj\n')]));
  }
  const start = length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  push(Buffer.from(`xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${entries}`));
  push(Buffer.from(`trailer\n<< /Size ${bodies.length + 1} /Root ${root} 0 R >>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}
