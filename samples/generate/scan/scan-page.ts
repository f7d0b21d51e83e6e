import type { ScanPlan } from './plan.ts';
import { type Matrix, scaling } from './matrix.ts';
import { profiles } from './profiles/index.ts';
import type { Raster } from './raster.ts';
import type { Draws, Sheet } from './sheet.ts';
import type { PrintedPage } from './source-pages.ts';
import type { Capture, Step } from './step.ts';
import { quarterTurn } from './damage/warp.ts';

/** A page after all that was done to it. */
export interface ScannedPage {
  readonly raster: Raster;
  /** From points of the upright page to pixels as they are stored; paper that is bent is off by its bend. */
  readonly toPixels: Matrix;
  readonly steps: readonly Step[];
}

/** The paper is drawn half as fine again as it is scanned, up to 400 dpi: finer costs time and shows nothing. */
export function paperDpiOf(dpi: number): number {
  return Math.max(dpi, Math.min(400, Math.round(dpi * 1.5)));
}

/** Prints, damages and scans one page. */
export async function scanPage(
  page: PrintedPage,
  plan: ScanPlan,
  scene: Pick<Sheet, 'names' | 'back'> & { draws: Draws },
): Promise<ScannedPage> {
  const paperDpi = paperDpiOf(plan.profile === 'fax' ? 204 : plan.dpi);
  const emPx = (page.smallestPt * plan.dpi) / 72;
  const sheet: Sheet = { dpi: plan.dpi, paperDpi, emPx, page, names: scene.names, back: scene.back };
  const steps = [...profiles[plan.profile].draw(scene.draws, sheet), ...turnStep((plan.turns + plan.storedTurns) % 4)];
  let capture: Capture = { raster: page.draw(paperDpi), toPixels: scaling(paperDpi / 72, paperDpi / 72) };
  for (const step of steps) capture = await step.apply(capture);
  return { raster: capture.raster, toPixels: capture.toPixels, steps };
}

function turnStep(turns: number): Step[] {
  if (turns !== 1 && turns !== 2 && turns !== 3) return [];
  return [{ name: 'quarter-turn', parameters: { turns }, apply: (capture) => quarterTurn(capture, { turns }) }];
}
