import type { PageStyle } from '../page-style.ts';
import type { Random } from '../random.ts';
import type { CellRole, Line, LineRole, PlacedCell, PrintedForm, Table } from '../table.ts';
import { contentWidthPt, flatDocument, lineLook, odfAlign, odfText, textProperties } from './flat-odf.ts';
import { measureTable } from './measure.ts';

const cellRoles: readonly CellRole[] = ['label', 'heading', 'name', 'text', 'number'];
const lineRoles: readonly LineRole[] = ['annex', 'title', 'year', 'meta', 'foot'];

/** Names of row styles by their height in points, collected while the rows are written. */
type RowStyles = Map<string, string>;

/**
 * The forms as a flat ODS workbook for LibreOffice Calc, one form a sheet, printed to the page's width. The grid may be
 * wider than the page, so that it is printed smaller. Calc breaks pages between rows only.
 */
export function renderCalc(forms: readonly PrintedForm[], style: PageStyle, random: Random): string {
  const widthPt =
    contentWidthPt(style) *
    random.weighted<number>([
      [1, 5],
      [1.25, 3],
      [1.6, 2],
    ]);
  const rowStyles: RowStyles = new Map();
  const sheets = forms.map((form, index) => renderSheet(form, index, { style, widthPt, rowStyles }));
  const styles = [
    ...cellRoles.map((role) => cellStyle(role, style)),
    downStyle(style),
    ...lineRoles.flatMap((role) => lineStyles(role, style)),
  ];
  const rows = [...rowStyles].map(
    ([height, name]) =>
      `<style:style style:name="${name}" style:family="table-row"><style:table-row-properties style:row-height="${height}pt" style:use-optimal-row-height="false"/></style:style>`,
  );
  const columns = forms.map((form, index) => columnStyles(form, index, widthPt));
  const sheetStyle = '<style:style style:name="sheet" style:family="table" style:master-page-name="Standard"/>';
  return flatDocument(
    'spreadsheet',
    {
      styles: [sheetStyle, ...styles, ...rows, ...columns].join('\n'),
      body: `<office:spreadsheet>${sheets.join('\n')}</office:spreadsheet>`,
    },
    style,
  );
}

interface SheetContext {
  readonly style: PageStyle;
  readonly widthPt: number;
  readonly rowStyles: RowStyles;
}

function tablesOf(form: PrintedForm): Table[] {
  return form.blocks.filter((block) => block.kind === 'table');
}

function columnStyles(form: PrintedForm, sheet: number, widthPt: number): string {
  const shares = tablesOf(form)[0]?.columnShares ?? [];
  return shares
    .map(
      (share, column) =>
        `<style:style style:name="s${sheet}.${column}" style:family="table-column"><style:table-column-properties style:column-width="${(share * widthPt).toFixed(2)}pt"/></style:style>`,
    )
    .join('');
}

function renderSheet(form: PrintedForm, sheet: number, context: SheetContext): string {
  const columnCount = tablesOf(form)[0]?.columnShares.length ?? 1;
  const columns = Array.from(
    { length: columnCount },
    (_, column) => `<table:table-column table:style-name="s${sheet}.${column}"/>`,
  );
  const rows = form.blocks.map((block) =>
    block.kind === 'line' ? lineRow(block, columnCount, context) : tableRows(block, context),
  );
  return `<table:table table:name="Sheet${sheet + 1}" table:style-name="sheet">${columns.join('')}\n${rows.join('\n')}</table:table>`;
}

function lineRow(line: Line, columnCount: number, context: SheetContext): string {
  const { style, rowStyles } = context;
  const height = lineLook(line.role, style).sizePt * 1.6 + 2;
  const span = Math.floor(columnCount / line.parts.length);
  const cells = line.parts.map((part, index) => {
    const own = index === line.parts.length - 1 ? columnCount - span * index : span;
    return `${openCell(`${line.role}-${part.align}`, own, 1)}<text:p>${odfText(part.text)}</text:p></table:table-cell>${'<table:covered-table-cell/>'.repeat(own - 1)}`;
  });
  return sheetRow(height, cells.join(''), rowStyles);
}

function tableRows(table: Table, { style, widthPt, rowStyles }: SheetContext): string {
  const measured = measureTable(table, widthPt, style);
  const rows = table.rows.map((_, index) => {
    const cells = table.columnShares.map((__, column) => sheetCell(measured.cells, index, column));
    return sheetRow((measured.rowHeightsPt[index] ?? 0) * 1.06 + 2, cells.join(''), rowStyles);
  });
  const head = rows.slice(0, table.headerRows);
  return (
    (head.length === 0 ? '' : `<table:table-header-rows>${head.join('\n')}</table:table-header-rows>`) +
    rows.slice(head.length).join('\n')
  );
}

function sheetCell(cells: readonly PlacedCell[], row: number, column: number): string {
  const cell = cells.find(
    (each) =>
      row >= each.row &&
      row < each.row + each.rowSpan &&
      column >= each.column &&
      column < each.column + each.columnSpan,
  );
  const style = cell === undefined ? 'cell-name' : cell.vertical ? 'cell-down' : `cell-${cell.role}`;
  if (cell?.row !== row || cell.column !== column) return `<table:covered-table-cell table:style-name="${style}"/>`;
  const paragraphs = cell.text.split('\n').map((part) => `<text:p>${odfText(part)}</text:p>`);
  return `${openCell(style, cell.columnSpan, cell.rowSpan)}${cell.text === '' ? '' : paragraphs.join('')}</table:table-cell>`;
}

function openCell(style: string, columnSpan: number, rowSpan: number): string {
  return `<table:table-cell table:style-name="${style}" office:value-type="string" table:number-columns-spanned="${columnSpan}" table:number-rows-spanned="${rowSpan}">`;
}

function sheetRow(heightPt: number, cells: string, rowStyles: RowStyles): string {
  const height = heightPt.toFixed(1);
  const name = rowStyles.get(height) ?? `r${rowStyles.size}`;
  rowStyles.set(height, name);
  return `<table:table-row table:style-name="${name}">${cells}</table:table-row>`;
}

function cellStyle(role: CellRole, style: PageStyle): string {
  const head = role === 'heading' || role === 'label';
  const shade = head && style.shade !== '' ? ` fo:background-color="${style.shade}"` : '';
  const indent = role === 'text' && style.indentText ? ` fo:margin-left="${style.sizePt}pt"` : '';
  return `<style:style style:name="cell-${role}" style:family="table-cell"><style:table-cell-properties ${boxProperties(style)}${shade}/><style:paragraph-properties fo:text-align="${odfAlign(role, style)}"${indent}/>${textProperties(style, style.sizePt, { bold: head && style.headingBold, font: style.font })}</style:style>`;
}

function downStyle(style: PageStyle): string {
  return `<style:style style:name="cell-down" style:family="table-cell"><style:table-cell-properties ${boxProperties(style)} style:direction="ttb"/><style:paragraph-properties fo:text-align="center"/>${textProperties(style, style.sizePt, { bold: style.headingBold, font: style.font })}</style:style>`;
}

function boxProperties(style: PageStyle): string {
  const padding = `fo:padding="${Math.min(style.paddingXPt, 1)}pt"`;
  return `fo:border="${style.lineWidthPt}pt solid ${style.lineColor}" ${padding} fo:wrap-option="wrap" style:vertical-align="${style.verticalAlign}" style:text-align-source="fix"`;
}

function lineStyles(role: LineRole, style: PageStyle): string[] {
  const { sizePt, bold, font } = lineLook(role, style);
  const names = { left: 'start', center: 'center', right: 'end' } as const;
  return (['left', 'center', 'right'] as const).map(
    (align) =>
      `<style:style style:name="${role}-${align}" style:family="table-cell"><style:table-cell-properties style:vertical-align="middle" style:text-align-source="fix"/><style:paragraph-properties fo:text-align="${names[align]}"/>${textProperties(style, sizePt, { bold, font })}</style:style>`,
  );
}
