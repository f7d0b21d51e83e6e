/**
 * What stands in dumps that no form prints: marks of pages, headers printed again, stray signs, other spellings of
 * signs.
 */
import type { Random } from '../random.ts';

/** One document's noise. */
export interface DumpNoise {
  /** A cell's text with its signs spelled otherwise. */
  readonly spell: (text: string, own: Random) => string;
  /** The lines of a form with those of page breaks between them; a break may print `title` again. */
  readonly breakPages: (lines: readonly string[], title: string, own: Random) => string[];
}

/** Draws one document's noise. */
export function drawNoise(random: Random): DumpNoise {
  const tex = random.pick(['$\\geqslant #$', '\\(\\geq #\\)', '\\geq #', '$\\ge #$', '&ge; #', '≥#']);
  const percent = random.pick(['%', '\\%', '％', '%']);
  const bars = random.chance(0.3);
  const spaces = random.pick(['', '', '　', '&nbsp;', '\u00a0', ' ']);
  return {
    spell: (text, own) => {
      const spelled = /^≥\s*[\d.]+%$/.test(text) && own.chance(0.7) ? spellSign(text, tex, percent) : text;
      const barred = bars && own.chance(0.04) ? `${spelled} |` : spelled;
      return own.chance(0.2) ? `${spaces}${barred}${spaces}` : barred;
    },
    breakPages: (lines, title, own) => {
      const perPage = own.int(12, 40);
      const mark = own.pick(['- # -', '第 # 页', '第#页 共9页', '#', '— # —', '#/9', '\f']);
      const again = own.chance(0.3) ? [title] : [];
      const gap = own.chance(0.5) ? [''] : [];
      return lines.flatMap((line, index) => {
        const isBreak = index > 0 && index % perPage === 0;
        const page = mark.replace('#', String(index / perPage));
        return isBreak ? [...gap, page, ...again, ...gap, line] : [line];
      });
    },
  };
}

/** ≥90% as an engine's own notation writes it. */
function spellSign(text: string, form: string, percent: string): string {
  const number = text
    .slice(1)
    .trim()
    .replace('%', form.includes('\\') ? '\\%' : percent);
  return form.replace('#', number);
}
