import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InventedDocument } from './documents.ts';
import { drawDamagedStyle, drawDumpStyle, type DumpStyle, renderDump } from './render/dump.ts';
import { type DamageKind, drawDumpDamage, undamaged } from './render/dump-damage.ts';
import { encodeGb18030 } from './render/gb18030.ts';
import { writeTruth } from './record.ts';

/** Writes each document as a text dump beside its truth; damaged where a kind of damage is named. */
export async function writeDumps(
  documents: readonly InventedDocument[],
  kind: DamageKind | null,
  out: string,
): Promise<void> {
  for (const document of documents) {
    const own = document.random.fork('dump-style');
    const damage = kind === null ? undamaged : drawDumpDamage(kind, document.random.fork('dump-damage'));
    const style = { ...(damage.noise ? drawDamagedStyle(own) : drawDumpStyle(own)), damage };
    const text = renderDump(document.printed, style, document.random.fork('dump'));
    const base = join(out, `${document.number}-dump-${document.layout}`);
    await writeFile(`${base}.txt`, encodeDump(text, style.encoding));
    await writeTruth(document.forms, base);
  }
}

function encodeDump(text: string, encoding: DumpStyle['encoding']): Uint8Array {
  if (encoding === 'gb18030') return encodeGb18030(text);
  const bytes = Buffer.from(text, encoding === 'utf-8' ? 'utf8' : 'utf16le');
  return encoding === 'utf-16be' ? bytes.swap16() : bytes;
}
