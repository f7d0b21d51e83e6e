import type { PageStyle } from '../page-style.ts';
import {
  type Block,
  type CellRole,
  type Line,
  type LineRole,
  placeCells,
  type PlacedCell,
  type PrintedForm,
  type Table,
} from '../table.ts';
import { contentWidthPt, flatDocument, lineLook, odfAlign, odfText, textProperties } from './flat-odf.ts';

const cellRoles: readonly CellRole[] = ['label', 'heading', 'name', 'text', 'number'];
const lineRoles: readonly LineRole[] = ['annex', 'title', 'year', 'meta', 'foot'];

/** The forms as a flat ODT document for LibreOffice Writer, with real tables. */
export function renderWriter(forms: readonly PrintedForm[], style: PageStyle): string {
  const tables = forms.flatMap((form) => form.blocks.filter((block) => block.kind === 'table'));
  const styles = [
    ...cellRoles.flatMap((role) => cellStyles(role, style)),
    ...lineRoles.flatMap((role) => lineStyles(role, style)),
  ];
  const tableStyles = tables.map((table, index) => tableStyle(table, index, style));
  const blocks = forms.flatMap((form, index) => formBlocks(form, index > 0 && style.pagePerForm, tables));
  return flatDocument(
    'text',
    {
      styles: [...styles, rowStyle(style), ...tableStyles].join('\n'),
      body: `<office:text>${blocks.join('\n')}</office:text>`,
    },
    style,
  );
}

function formBlocks(form: PrintedForm, breakBefore: boolean, tables: readonly Table[]): string[] {
  return form.blocks.map((block: Block, index) => {
    if (block.kind === 'line') return renderLine(block, breakBefore && index === 0);
    return renderTable(block, tables.indexOf(block));
  });
}

function renderLine({ role, parts }: Line, breakBefore: boolean): string {
  const align = parts.length === 1 ? (parts[0]?.align ?? 'left') : 'left';
  const text = parts.map((part) => odfText(part.text)).join('<text:tab/>');
  return `<text:p text:style-name="${role}-${align}${breakBefore ? '-break' : ''}">${text}</text:p>`;
}

function renderTable(table: Table, index: number): string {
  const placed = placeCells(table);
  const columns = table.columnShares
    .map((_, column) => `<table:table-column table:style-name="t${index}.${column}"/>`)
    .join('');
  const rows = table.rows.map(
    (_, row) =>
      `<table:table-row table:style-name="row">${rowCells(placed, row, table.columnShares.length)}</table:table-row>`,
  );
  const head = rows.slice(0, table.headerRows);
  const headRows = head.length === 0 ? '' : `<table:table-header-rows>${head.join('\n')}</table:table-header-rows>`;
  return `<table:table table:name="t${index}" table:style-name="t${index}">${columns}${headRows}\n${rows.slice(head.length).join('\n')}</table:table>`;
}

function rowCells(placed: readonly PlacedCell[], row: number, columnCount: number): string {
  return Array.from({ length: columnCount }, (_, column) => {
    const cell = placed.find((each) => each.row === row && each.column === column);
    if (cell === undefined) return '<table:covered-table-cell/>';
    const spans = `table:number-columns-spanned="${cell.columnSpan}" table:number-rows-spanned="${cell.rowSpan}"`;
    const style = cell.vertical ? 'cell-down' : `cell-${cell.role}`;
    return `<table:table-cell table:style-name="${style}" ${spans} office:value-type="string"><text:p text:style-name="in-${cell.role}">${odfText(cell.text)}</text:p></table:table-cell>`;
  }).join('');
}

function cellStyles(role: CellRole, style: PageStyle): string[] {
  const border = `fo:border="${style.lineWidthPt}pt solid ${style.lineColor}"`;
  const shaded =
    style.shade !== '' && (role === 'heading' || role === 'label') ? ` fo:background-color="${style.shade}"` : '';
  const padding = ['left', 'right']
    .map((side) => `fo:padding-${side}="${style.paddingXPt}pt"`)
    .concat(['top', 'bottom'].map((side) => `fo:padding-${side}="${style.paddingYPt}pt"`));
  const box = (name: string, extra: string): string =>
    `<style:style style:name="${name}" style:family="table-cell"><style:table-cell-properties ${border} ${padding.join(' ')} style:vertical-align="${style.verticalAlign}"${shaded}${extra}/></style:style>`;
  const indent = role === 'text' && style.indentText ? ` fo:text-indent="${2 * style.sizePt}pt"` : '';
  const bold = style.headingBold && (role === 'heading' || role === 'label');
  const paragraph = `<style:style style:name="in-${role}" style:family="paragraph"><style:paragraph-properties fo:text-align="${odfAlign(role, style)}" fo:line-height="${Math.max(100, Math.round(style.lineHeight * 83))}%"${indent}/>${textProperties(style, style.sizePt, { bold, font: style.font })}</style:style>`;
  return [
    box(`cell-${role}`, ''),
    ...(role === 'label' ? [box('cell-down', ' style:writing-mode="tb-rl"')] : []),
    paragraph,
  ];
}

function lineStyles(role: LineRole, style: PageStyle): string[] {
  const { sizePt, bold, font } = lineLook(role, style);
  const tabs = `<style:tab-stops><style:tab-stop style:position="${contentWidthPt(style).toFixed(1)}pt" style:type="right"/></style:tab-stops>`;
  return (['left', 'center', 'right'] as const).flatMap((align) =>
    ['', '-break'].map(
      (suffix) =>
        `<style:style style:name="${role}-${align}${suffix}" style:family="paragraph" style:master-page-name=""><style:paragraph-properties fo:text-align="${align === 'left' ? 'start' : align === 'right' ? 'end' : 'center'}" fo:margin-top="2pt" fo:margin-bottom="2pt" fo:keep-with-next="${role === 'foot' ? 'auto' : 'always'}"${suffix === '' ? '' : ' fo:break-before="page"'}>${tabs}</style:paragraph-properties>${textProperties(style, sizePt, { bold, font })}</style:style>`,
    ),
  );
}

function rowStyle(style: PageStyle): string {
  const height = style.minRowHeightPt > 0 ? ` style:min-row-height="${style.minRowHeightPt}pt"` : '';
  return `<style:style style:name="row" style:family="table-row"><style:table-row-properties${height} fo:keep-together="${style.rowsBreak ? 'auto' : 'always'}"/></style:style>`;
}

function tableStyle(table: Table, index: number, style: PageStyle): string {
  const width = contentWidthPt(style);
  const model = style.collapse ? 'collapsing' : 'separating';
  const columns = table.columnShares.map(
    (share, column) =>
      `<style:style style:name="t${index}.${column}" style:family="table-column"><style:table-column-properties style:column-width="${(share * width).toFixed(2)}pt"/></style:style>`,
  );
  return `<style:style style:name="t${index}" style:family="table"><style:table-properties style:width="${width.toFixed(2)}pt" table:align="center" table:border-model="${model}" style:may-break-between-rows="true"/></style:style>${columns.join('')}`;
}
