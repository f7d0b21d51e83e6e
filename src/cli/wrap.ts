import { terminalWidth } from '../index.ts';

/** Pieces that a line may end after: a Chinese character with the punctuation that follows it, or a word. */
const pieces =
  /[\p{Script=Han}\u3000-\u303f\uff00-\uffef][，。；：、！？）》”]*|[^\s\p{Script=Han}\u3000-\u303f\uff00-\uffef]+\s*|\s+/gu;

/** The lines of `text`, each at most `width` terminal columns wide, of which a Chinese character takes two. */
function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const [piece] of text.matchAll(pieces)) {
    if (line !== '' && terminalWidth(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return [...lines, line.trimEnd()];
}

/** A label and its text: lines after the first are indented to where the text begins. */
export function labelled(label: string, text: string, { indent, width }: LabelColumns): string {
  const start = label + ' '.repeat(Math.max(1, indent - terminalWidth(label)));
  return start + wrap(text, Math.max(20, width - indent)).join(`\n${' '.repeat(indent)}`);
}

/** Where texts begin and lines end, in terminal columns. */
export interface LabelColumns {
  readonly indent: number;
  readonly width: number;
}
