import { type PageStyle, paperPt } from '../page-style.ts';
import type { Block, Cell, Line, PrintedForm, Table } from '../table.ts';

/** The forms as one page of HTML, for a browser to print. */
export function renderHtml(forms: readonly PrintedForm[], style: PageStyle): string {
  const bodies = forms.map(
    (form) => `<section>\n${form.blocks.map((block) => renderBlock(block, style)).join('\n')}\n</section>`,
  );
  return `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><style>\n${css(style)}</style></head><body>\n${bodies.join('\n')}\n</body></html>\n`;
}

/** Marks up a text: what HTML would read as markup is escaped, line breaks and runs of spaces stay. */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function renderBlock(block: Block, style: PageStyle): string {
  return block.kind === 'line' ? renderLine(block) : renderTable(block, style);
}

function renderLine({ role, parts }: Line): string {
  const spans = parts.map(({ text, align }) => `<span class="${align}">${htmlText(text)}</span>`);
  return `<p class="${role}">${spans.join('')}</p>`;
}

function renderTable(table: Table, style: PageStyle): string {
  const columns = table.columnShares.map((share) => `<col style="width:${(share * 100).toFixed(2)}%">`).join('');
  const rows = table.rows.map((cells) => `<tr>${cells.map(renderCell).join('')}</tr>`);
  const head = rows.slice(0, table.headerRows).join('\n');
  const thead = head === '' ? '' : `<thead>\n${head}\n</thead>\n`;
  const className = style.collapse ? 'collapse' : 'separate';
  return `<table class="${className}"><colgroup>${columns}</colgroup>\n${thead}<tbody>\n${rows.slice(table.headerRows).join('\n')}\n</tbody></table>`;
}

function renderCell(cell: Cell): string {
  const spans = `${cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ''}${cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : ''}`;
  const text = cell.vertical ? `<div class="down">${htmlText(cell.text)}</div>` : htmlText(cell.text);
  return `<td class="${cell.role}"${spans}>${text}</td>`;
}

function htmlText(text: string): string {
  return escapeMarkup(text)
    .replaceAll('\n', '<br>')
    .replaceAll(/ {2,}/g, (gap) => '&nbsp;'.repeat(gap.length));
}

function css(style: PageStyle): string {
  const family = [style.latinFont, style.font]
    .filter((font) => font !== null)
    .map((font) => `"${font}"`)
    .join(', ');
  const size = style.landscape ? `${paperPt.height}pt ${paperPt.width}pt` : `${paperPt.width}pt ${paperPt.height}pt`;
  const border = `${style.lineWidthPt}pt solid ${style.lineColor}`;
  const outer = `${style.outerLineWidthPt}pt solid ${style.lineColor}`;
  const aligns = Object.entries(style.aligns).map(([role, align]) => `td.${role} { text-align: ${align}; }`);
  return [
    `@page { size: ${size}; margin: ${style.marginYPt}pt ${style.marginXPt}pt;${pageBoxes(style)} }`,
    `body { margin: 0; font: ${style.sizePt}pt/${style.lineHeight} ${family}; }`,
    style.pagePerForm ? 'section + section { break-before: page; }' : 'section + section { margin-top: 14pt; }',
    'p { margin: 3pt 0; display: flex; justify-content: space-between; }',
    'span { flex: 1; } .left { text-align: left; } .center { text-align: center; } .right { text-align: right; }',
    `p.title { font: ${style.titleBold ? 'bold' : 'normal'} ${style.titleSizePt}pt/1.3 "${style.titleFont}"; }`,
    'table { width: 100%; table-layout: fixed; margin: 2pt 0; }',
    `table.collapse { border-collapse: collapse; border: ${outer}; }`,
    `table.separate { border-spacing: ${style.spacingPt}pt; border: ${outer}; }`,
    `td { border: ${border}; padding: ${style.paddingYPt}pt ${style.paddingXPt}pt; vertical-align: ${style.verticalAlign}; overflow-wrap: anywhere; }`,
    style.rowsBreak ? '' : 'tr { break-inside: avoid; }',
    style.minRowHeightPt > 0 ? `tr { height: ${style.minRowHeightPt}pt; }` : '',
    ...aligns,
    style.justify ? 'td.text { text-align: justify; }' : '',
    style.indentText ? 'td.text { text-indent: 2em; text-align: left; }' : '',
    style.headingBold ? 'td.heading, td.label { font-weight: bold; }' : '',
    style.shade === '' ? '' : `td.heading, td.label { background: ${style.shade}; }`,
    '.down { writing-mode: vertical-rl; margin: 0 auto; white-space: nowrap; letter-spacing: 2pt; }',
  ]
    .filter((rule) => rule !== '')
    .join('\n');
}

function pageBoxes(style: PageStyle): string {
  const head = style.runningHead === '' ? '' : ` @top-center { content: "${style.runningHead}"; font-size: 8pt; }`;
  const counted = style.pageNumber.replace('#', '" counter(page) "').replace('*', '" counter(pages) "');
  return head + (counted === '' ? '' : ` @bottom-center { content: "${counted}"; font-size: 8pt; }`);
}
