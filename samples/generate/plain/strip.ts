/**
 * Lays forms out on one endless strip and cuts it into pages. A cut never crosses a line of text; it may cross a row
 * (the row's lines are then shared between two pages) or keep to the rows' edges. A merged cell goes on at the head of
 * the next page. Header rows are not repeated here: the browser and the office program do that.
 */
import type { PageStyle } from '../page-style.ts';
import { measureTable, textWidthPt } from '../render/measure.ts';
import type { Align, Line, PrintedForm, Table } from '../table.ts';

/** A line of text; lengths are points from the top left corner of the strip or page. */
export interface TextMark {
  readonly text: string;
  readonly leftPt: number;
  readonly topPt: number;
  readonly sizePt: number;
  readonly bold: boolean;
}

/** A cell's box. On a page, `openTop` and `openBottom` say that the page's edge cut it there. */
export interface BoxMark {
  readonly leftPt: number;
  readonly topPt: number;
  readonly rightPt: number;
  readonly bottomPt: number;
  readonly shade: string;
  readonly openTop: boolean;
  readonly openBottom: boolean;
}

export interface Marks {
  readonly texts: readonly TextMark[];
  readonly boxes: readonly BoxMark[];
}

interface Strip {
  texts: TextMark[];
  boxes: BoxMark[];
  /** Where the strip may be cut between rows and blocks. */
  edges: number[];
  /** Where it must be cut: forms that begin a page. */
  forced: number[];
  heightPt: number;
}

/** The marks of each page, from the top left corner of the area between the margins. */
export function layOutPages(
  forms: readonly PrintedForm[],
  style: PageStyle,
  area: { widthPt: number; heightPt: number },
): Marks[] {
  const strip = layOutStrip(forms, style, area.widthPt);
  const pages: Marks[] = [];
  for (let top = 0; top < strip.heightPt - 1;) {
    const bottom = nextCut(strip, top, { heightPt: area.heightPt, rowsBreak: style.rowsBreak });
    pages.push(cutOut(strip, top, bottom));
    top = bottom;
  }
  return pages;
}

function layOutStrip(forms: readonly PrintedForm[], style: PageStyle, widthPt: number): Strip {
  const strip: Strip = { texts: [], boxes: [], edges: [], forced: [], heightPt: 0 };
  for (const [index, form] of forms.entries()) {
    if (index > 0 && style.pagePerForm) strip.forced.push(strip.heightPt);
    else if (index > 0) strip.heightPt += 14;
    for (const block of form.blocks) {
      if (block.kind === 'line') addLine(strip, block, { style, widthPt });
      else addTable(strip, block, { style, widthPt });
      strip.edges.push(strip.heightPt);
    }
  }
  return strip;
}

function addLine(strip: Strip, { role, parts }: Line, { style, widthPt }: { style: PageStyle; widthPt: number }): void {
  const sizePt = role === 'title' ? style.titleSizePt : style.sizePt;
  for (const { text, align } of parts) {
    const leftPt = alignedLeft(align, 0, widthPt - textWidthPt(text, sizePt));
    strip.texts.push({ text, leftPt, topPt: strip.heightPt + 2, sizePt, bold: role === 'title' && style.titleBold });
  }
  strip.heightPt += sizePt * 1.3 + 5;
}

function addTable(strip: Strip, table: Table, { style, widthPt }: { style: PageStyle; widthPt: number }): void {
  const measured = measureTable(table, widthPt, style);
  const pitch = style.sizePt * style.lineHeight;
  for (const cell of measured.cells) {
    const head = cell.role === 'heading' || cell.role === 'label';
    const topPt = strip.heightPt + cell.topPt;
    strip.boxes.push({
      leftPt: cell.leftPt,
      topPt,
      rightPt: cell.leftPt + cell.widthPt,
      bottomPt: topPt + cell.heightPt,
      shade: head ? style.shade : '',
      openTop: false,
      openBottom: false,
    });
    const slack = cell.heightPt - cell.lines.length * pitch - 2 * style.paddingYPt;
    const share = style.verticalAlign === 'top' ? 0 : style.verticalAlign === 'middle' ? 0.5 : 1;
    const firstTop = topPt + style.paddingYPt + Math.max(0, slack) * share + (pitch - style.sizePt) / 2;
    for (const [index, text] of cell.lines.entries()) {
      const free = cell.widthPt - 2 * style.paddingXPt - textWidthPt(text, style.sizePt);
      const leftPt =
        cell.leftPt + alignedLeft(cell.vertical ? 'center' : style.aligns[cell.role], style.paddingXPt, free);
      const bold = head && style.headingBold;
      if (text.trim() !== '')
        strip.texts.push({ text, leftPt, topPt: firstTop + index * pitch, sizePt: style.sizePt, bold });
    }
  }
  for (const height of measured.rowHeightsPt) {
    strip.heightPt += height;
    strip.edges.push(strip.heightPt);
  }
  strip.heightPt += 4;
}

function alignedLeft(align: Align, start: number, free: number): number {
  return align === 'left' ? start : align === 'center' ? start + free / 2 : start + free;
}

function nextCut(strip: Strip, top: number, page: { heightPt: number; rowsBreak: boolean }): number {
  const limit = top + page.heightPt;
  const forced = strip.forced.find((edge) => edge > top + 1);
  if (forced !== undefined && forced <= limit) return forced;
  if (strip.heightPt <= limit) return strip.heightPt;
  const free = (cut: number): boolean =>
    strip.texts.every((text) => text.topPt >= cut || text.topPt + text.sizePt * 1.1 <= cut);
  const edge = strip.edges.findLast((each) => each <= limit && each > top + page.heightPt * 0.4 && free(each));
  if (edge !== undefined && !page.rowsBreak) return edge;
  for (let cut = limit; cut > top + 20; cut -= 0.5) if (free(cut)) return cut;
  return limit;
}

function cutOut(strip: Strip, top: number, bottom: number): Marks {
  const texts = strip.texts.filter((text) => text.topPt >= top - 0.01 && text.topPt < bottom - 0.01);
  const boxes = strip.boxes.filter((box) => box.bottomPt > top + 0.01 && box.topPt < bottom - 0.01);
  return {
    texts: texts.map((text) => ({ ...text, topPt: text.topPt - top })),
    boxes: boxes.map((box) => ({
      ...box,
      topPt: Math.max(box.topPt, top) - top,
      bottomPt: Math.min(box.bottomPt, bottom) - top,
      openTop: box.topPt < top - 0.01,
      openBottom: box.bottomPt > bottom + 0.01,
    })),
  };
}
