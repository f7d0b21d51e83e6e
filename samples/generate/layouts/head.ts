import type { FormStyle } from '../form-style.ts';
import type { FormRecord } from '../record.ts';
import { type Align, type Cell, type Line, cell, line } from '../table.ts';

/** The lines above the table: annex, title, year, and what is given of reporting unit and amount unit. */
export function headLines(record: FormRecord, style: FormStyle, withAmountUnit: boolean): Line[] {
  const annex = style.annex === '' ? [] : [line('annex', style.annex, 'left')];
  const year = line('year', style.yearSpelling.replace('#', String(record.fiscalYear)), 'center');
  const titles = titleLines(record.title ?? '', style);
  const before = style.yearPlace === 'above' ? 0 : style.yearPlace === 'between' ? 1 : titles.length;
  const named = [...titles.slice(0, before), year, ...titles.slice(before)];
  return [...annex, ...named, ...metaLines(record, style, withAmountUnit)];
}

function titleLines(title: string, style: FormStyle): Line[] {
  const cut = title.indexOf('绩效');
  const parts = style.titleLines === 2 && cut > 0 ? [title.slice(0, cut), title.slice(cut)] : [title];
  return parts.map((part) => line('title', [...part].join(style.titleGap), 'center'));
}

function metaLines(record: FormRecord, style: FormStyle, withAmountUnit: boolean): Line[] {
  const parts: { text: string; align: Align }[] = [];
  if (record.reportingUnit !== undefined)
    parts.push({ text: style.label('填报单位:') + record.reportingUnit, align: 'left' });
  if (withAmountUnit && record.amountUnit !== undefined)
    parts.push({ text: style.label('金额单位:') + record.amountUnit, align: 'right' });
  return spread('meta', parts, style.metaOnOneLine);
}

/** The lines below the table: who filled the form in, and the telephone number. */
export function footLines(record: FormRecord, style: FormStyle): Line[] {
  if (record.preparedBy === undefined && record.phone === undefined) return [];
  const parts: { text: string; align: Align }[] = [
    { text: style.label('填报人:') + (record.preparedBy ?? ''), align: 'left' },
    { text: style.label('联系电话:') + (record.phone ?? ''), align: 'right' },
  ];
  return spread('foot', parts, style.footOnOneLine);
}

function spread(role: Line['role'], parts: Line['parts'], onOneLine: boolean): Line[] {
  if (parts.length === 0) return [];
  return onOneLine ? [{ kind: 'line', role, parts }] : parts.map((part) => line(role, part.text, 'left'));
}

/** The cell of a section's name in the first column, level or downwards. */
export function sectionCell(text: string, rowSpan: number, style: FormStyle): Cell {
  if (!style.verticalLabels || rowSpan < 2) return cell('label', text, { rowSpan });
  const characters = [...text.replaceAll('\n', '')];
  if (style.stackedLabels && characters.length <= rowSpan * 2) return cell('label', characters.join('\n'), { rowSpan });
  return cell('label', text.replaceAll('\n', ''), { rowSpan, vertical: characters.length <= rowSpan * 3 });
}

/** Column shares from rough widths, each shifted by up to a fifth, adding up to 1. */
export function columnShares(widths: readonly number[], style: FormStyle): number[] {
  const shifted = widths.map((width, column) => width * (0.85 + 0.3 * (style.jitter[column] ?? 0.5)));
  const sum = shifted.reduce((total, width) => total + width, 0);
  return shifted.map((width) => width / sum);
}

/**
 * Puts the section's name before the rows of a part of the table: in one cell, in a cell a row, or below a heading that
 * repeats.
 */
export function withSection(name: string, rows: readonly (readonly Cell[])[], style: FormStyle): Cell[][] {
  const headApart = style.splitTable && style.repeatHead;
  const first = headApart ? 1 : 0;
  return rows.map((cells, row) => {
    if (!style.sectionMerged) return [cell('label', row === 0 ? name : ''), ...cells];
    if (row < first) return [cell('label', ''), ...cells];
    return row === first ? [sectionCell(name, rows.length - first, style), ...cells] : [...cells];
  });
}
