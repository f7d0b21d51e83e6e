import { type PageStyle, paperPt } from '../page-style.ts';
import type { Align, CellRole, LineRole } from '../table.ts';
import { escapeMarkup } from './html.ts';

/** What flat ODT and flat ODS have in common: namespaces, page layout, header and footer, fonts. */

const namespaces = ['office', 'style', 'text', 'table']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat([
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
    'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
  ])
  .join(' ');

/** A whole flat document. `body` is the element inside `office:body`. */
export function flatDocument(
  type: 'text' | 'spreadsheet',
  parts: { styles: string; body: string },
  style: PageStyle,
): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${namespaces} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.${type}">
<office:automatic-styles>${pageLayout(style, type)}${parts.styles}</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page">${headAndFoot(style)}</style:master-page></office:master-styles>
<office:body>${parts.body}</office:body>
</office:document>
`;
}

/** Width between the margins, in points. */
export function contentWidthPt(style: PageStyle): number {
  return (style.landscape ? paperPt.height : paperPt.width) - 2 * style.marginXPt;
}

/** A text inside a paragraph, with its line breaks and runs of spaces. */
export function odfText(text: string): string {
  return escapeMarkup(text)
    .replaceAll(/ {2,}/g, (gap) => `<text:s text:c="${gap.length}"/>`)
    .replace(/^ /, '<text:s/>')
    .replaceAll('\n', '<text:line-break/>');
}

/** Font, size and weight as text properties. */
export function textProperties(style: PageStyle, sizePt: number, look: { bold: boolean; font: string }): string {
  const weight = look.bold ? ' fo:font-weight="bold" style:font-weight-asian="bold"' : '';
  const families = `fo:font-family="'${style.latinFont ?? look.font}'" style:font-family-asian="'${look.font}'"`;
  return `<style:text-properties ${families} fo:font-size="${sizePt}pt" style:font-size-asian="${sizePt}pt"${weight}/>`;
}

/** The look of the lines above and below a table. */
export function lineLook(role: LineRole, style: PageStyle): { sizePt: number; bold: boolean; font: string } {
  if (role === 'title') return { sizePt: style.titleSizePt, bold: style.titleBold, font: style.titleFont };
  return { sizePt: style.sizePt, bold: false, font: style.font };
}

/** How a role's text stands in its cell. */
export function odfAlign(role: CellRole, style: PageStyle): 'start' | 'center' | 'end' | 'justify' {
  if (role === 'text' && style.justify) return 'justify';
  const names: Record<Align, 'start' | 'center' | 'end'> = { left: 'start', center: 'center', right: 'end' };
  return names[style.aligns[role]];
}

function pageLayout(style: PageStyle, type: 'text' | 'spreadsheet'): string {
  const [width, height] = style.landscape ? [paperPt.height, paperPt.width] : [paperPt.width, paperPt.height];
  const fit =
    type === 'spreadsheet'
      ? ' style:scale-to-X="1" style:scale-to-Y="0" loext:scale-to-X="1" loext:scale-to-Y="0" style:table-centering="horizontal" style:print="objects"'
      : '';
  const size = `fo:page-width="${width}pt" fo:page-height="${height}pt" style:print-orientation="${style.landscape ? 'landscape' : 'portrait'}"`;
  const margins = `fo:margin-left="${style.marginXPt}pt" fo:margin-right="${style.marginXPt}pt" fo:margin-top="${style.marginYPt}pt" fo:margin-bottom="${style.marginYPt}pt"`;
  const hasHead = style.runningHead !== '';
  const hasFoot = style.pageNumber !== '';
  const box = '<style:header-footer-properties fo:min-height="14pt"/>';
  return `<style:page-layout style:name="page"><style:page-layout-properties ${size} ${margins}${fit}/>${hasHead ? `<style:header-style>${box}</style:header-style>` : ''}${hasFoot ? `<style:footer-style>${box}</style:footer-style>` : ''}</style:page-layout>
<style:style style:name="running" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/>${textProperties(style, 8, { bold: false, font: style.font })}</style:style>`;
}

function headAndFoot(style: PageStyle): string {
  const numbered = escapeMarkup(style.pageNumber)
    .replace('#', '<text:page-number/>')
    .replace('*', '<text:page-count/>');
  const head =
    style.runningHead === ''
      ? '<style:header style:display="false"><text:p/></style:header>'
      : `<style:header><text:p text:style-name="running">${style.runningHead}</text:p></style:header>`;
  const foot =
    numbered === ''
      ? '<style:footer style:display="false"><text:p/></style:footer>'
      : `<style:footer><text:p text:style-name="running">${numbered}</text:p></style:footer>`;
  return head + foot;
}
