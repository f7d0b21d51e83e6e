import { quarterTurn } from './damage/warp.ts';
import { hardestText, type Legibility } from './legibility.ts';
import { scaling, transform } from './matrix.ts';
import type { ScanPlan } from './plan.ts';
import { profiles } from './profiles/index.ts';
import type { Draws, Sheet } from './sheet.ts';
import type { PrintedPage } from './source-pages.ts';
import type { Capture, Step } from './step.ts';

/** A page after all that was done to it. */
export interface ScannedPage extends Capture {
  readonly steps: readonly Step[];
  /** The piece of text that is hardest to read; `null` on a page without text. */
  readonly hardest: Legibility | null;
}

/** What is around a page: the names for seals, the sheet's back. */
export type Scene = Pick<Sheet, 'names' | 'back'> & { readonly draws: Draws };

/** The paper is drawn half as fine again as it is scanned, up to 400 dpi: finer costs time and shows nothing. */
export function paperDpiOf(dpi: number): number {
  return Math.max(dpi, Math.min(400, Math.round(dpi * 1.5)));
}

/**
 * Pieces of text that correlate less with what was printed were hard to read by eye, on pages of all profiles; print
 * that only a good scanner has touched stays above 0.9.
 */
const legibleFrom = 0.55;
/** So often other damage is drawn before the most legible of the pages is taken. */
const attempts = 5;

/** Prints, damages and scans one page; where it came out so that a person could not read all of it, once more. */
export async function scanPage(page: PrintedPage, plan: ScanPlan, scene: Scene): Promise<ScannedPage> {
  let best: ScannedPage | null = null;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { machine, page: own } = scene.draws;
    const draws =
      attempt === 0 ? scene.draws : { machine: machine.fork(`again-${attempt}`), page: own.fork(`again-${attempt}`) };
    const scanned = await scanOnce(page, plan, { ...scene, draws });
    if (best === null || legibilityOf(scanned) > legibilityOf(best)) best = scanned;
    if (legibilityOf(best) >= legibleFrom) break;
  }
  if (best === null) throw new RangeError('no attempt was made');
  return best;
}

function legibilityOf({ hardest }: ScannedPage): number {
  return hardest?.correlation ?? 1;
}

async function scanOnce(page: PrintedPage, plan: ScanPlan, { draws, names, back }: Scene): Promise<ScannedPage> {
  const paperDpi = paperDpiOf(plan.profile === 'fax' ? 204 : plan.dpi);
  const emPx = (page.smallestPt * plan.dpi) / 72;
  const sheet: Sheet = { dpi: plan.dpi, paperDpi, emPx, page, names, back };
  const steps = [...profiles[plan.profile].draw(draws, sheet), ...turnStep((plan.turns + plan.storedTurns) % 4)];
  const clean = page.draw(paperDpi);
  const toPaper = scaling(paperDpi / 72, paperDpi / 72);
  let capture: Capture = { raster: clean, toPixels: toPaper, place: (point) => transform(toPaper, point) };
  for (const step of steps) capture = await step.apply(capture);
  return { ...capture, steps, hardest: hardestText({ page, clean, capture, dpi: plan.dpi }) };
}

function turnStep(turns: number): Step[] {
  if (turns !== 1 && turns !== 2 && turns !== 3) return [];
  return [{ name: 'quarter-turn', parameters: { turns }, apply: (capture) => quarterTurn(capture, { turns }) }];
}
