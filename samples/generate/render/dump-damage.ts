/**
 * What tools do to the rows of a dump besides the shifts of `dump.ts`: blank cells left out row by row, merged cells
 * printed in each of their places, single rows out of step, and cells broken over lines, quoted (RFC 4180) or bare.
 */
import type { Random } from '../random.ts';

/** One printed cell; `isRest` for the places of a merged cell where its text does not stand. */
export interface DumpCell {
  readonly text: string;
  readonly isRest: boolean;
}

const rowDamages = ['none', 'no-blanks', 'own-cells', 'no-leading-blanks', 'some-blanks', 'out-of-step'] as const;
const breakKinds = ['none', 'quoted', 'all-quoted', 'bare'] as const;

/** How the rows of one document are damaged. */
export interface DumpDamage {
  /**
   * Which blank cells are left out: none, all, the rest of merged ones, those at a row's start, one in three; or
   * single rows get one too many or lack one.
   */
  readonly rows: (typeof rowDamages)[number];
  /** Merged cells are printed in each of their places. */
  readonly repeated: boolean;
  readonly breaks: (typeof breakKinds)[number];
  /** Characters in a line of a broken cell. */
  readonly breakAfter: number;
  readonly noise: boolean;
}

/** The names that `drawDumpDamage` knows, apart from `any`. */
export const damageKinds = ['ragged', 'repeated', 'broken', 'noisy'] as const;
export type DamageKind = (typeof damageKinds)[number] | 'any';

/** No damage. */
export const undamaged: DumpDamage = { rows: 'none', repeated: false, breaks: 'none', breakAfter: 0, noise: false };

/** Draws damage of one kind; `any` draws each kind apart, so that they meet. */
export function drawDumpDamage(kind: DamageKind, random: Random): DumpDamage {
  const has = (own: DamageKind, chance: number): boolean => kind === own || (kind === 'any' && random.chance(chance));
  return {
    rows: has('ragged', 0.5) ? random.pick(rowDamages.slice(1)) : 'none',
    repeated: has('repeated', 0.15),
    breaks: has('broken', 0.3) ? random.pick(breakKinds.slice(1)) : 'none',
    breakAfter: random.int(6, 24),
    noise: has('noisy', 0.4),
  };
}

/** The row without the cells that the damage leaves out, or out of step by one. */
export function damageRow(row: readonly DumpCell[], damage: DumpDamage, random: Random): readonly DumpCell[] {
  const first = row.findIndex((cell) => cell.text !== '');
  switch (damage.rows) {
    case 'none':
      return row;
    case 'no-blanks':
      return row.filter((cell) => cell.text !== '');
    case 'own-cells':
      return row.filter((cell) => cell.text !== '' || !cell.isRest);
    case 'no-leading-blanks':
      return row.slice(Math.max(0, first));
    case 'some-blanks':
      return row.filter((cell) => cell.text !== '' || random.chance(2 / 3));
    case 'out-of-step':
      return random.chance(0.12) ? outOfStep(row, random) : row;
  }
}

function outOfStep(row: readonly DumpCell[], random: Random): readonly DumpCell[] {
  const blanks = row.flatMap((cell, index) => (cell.text === '' ? [index] : []));
  const at = random.int(0, row.length - 1);
  if (blanks.length === 0 || random.chance(0.5))
    return [...row.slice(0, at), { text: '', isRest: true }, ...row.slice(at)];
  const lost = random.pick(blanks);
  return row.filter((_, index) => index !== lost);
}

/** A cell's text as the dump prints it, with its line breaks or without. */
export function breakText(text: string, damage: DumpDamage, random: Random): string {
  const flat = text.replaceAll('\n', '');
  if (damage.breaks === 'none') return flat;
  const isBroken = flat.length > damage.breakAfter && !/[&\\$]/.test(flat) && random.chance(0.6);
  const lines = isBroken ? (flat.match(new RegExp(`.{1,${damage.breakAfter}}`, 'gu')) ?? []) : [flat];
  if (damage.breaks === 'bare') return lines.join('\n');
  const needsQuotes = lines.length > 1 || (damage.breaks === 'all-quoted' && flat !== '');
  return needsQuotes ? `"${lines.join('\n').replaceAll('"', '""')}"` : flat;
}
