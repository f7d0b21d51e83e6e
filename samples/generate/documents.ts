/**
 * Invents the documents of a batch: which producer and layout each gets, its forms, and how they are laid out.
 * The same seed, count and choices give the same content and style; only the producers' own bytes may differ.
 */
import { inventForm } from './content.ts';
import { drawFormStyle } from './form-style.ts';
import { layOutMinistry } from './layouts/ministry.ts';
import { layOutShijiazhuang } from './layouts/shijiazhuang.ts';
import { drawPageStyle, type PageStyle } from './page-style.ts';
import { createRandom, type Random } from './random.ts';
import { type InventedForm, type LayoutName, layouts } from './record.ts';
import type { PrintedForm } from './table.ts';

export const producers = ['chromium', 'writer', 'calc', 'plain'] as const;
export type Producer = (typeof producers)[number];

export interface BatchChoices {
  readonly seed: string;
  readonly count: number;
  /** `null` draws one for each document. */
  readonly layout: LayoutName | null;
}

/** A document before it is rendered: everything that its seed decides. */
export interface InventedDocument {
  /** `007-writer-ministry-2020` without the producer: number and layout. */
  readonly number: string;
  readonly layout: LayoutName;
  readonly forms: readonly InventedForm[];
  readonly printed: readonly PrintedForm[];
  readonly pageStyle: PageStyle;
  /** For whatever the producer draws. */
  readonly random: Random;
}

/** The documents of a batch, in order. */
export function inventDocuments({ seed, count, layout }: BatchChoices): InventedDocument[] {
  return Array.from({ length: count }, (_, index) =>
    inventDocument(createRandom(`${seed}/${index + 1}`), index + 1, layout),
  );
}

/** The producer of a document where none was chosen. */
export function drawProducer(random: Random): Producer {
  return random.fork('producer').weighted<Producer>([
    ['chromium', 35],
    ['writer', 35],
    ['plain', 18],
    ['calc', 12],
  ]);
}

function inventDocument(random: Random, index: number, chosen: LayoutName | null): InventedDocument {
  const layout = chosen ?? random.pick(layouts);
  const formCount = random.weighted<number>([
    [1, 40],
    [2, 25],
    [3, 22],
    [4, 13],
  ]);
  const sharedStyle = drawFormStyle(random.fork('form-style'));
  const uniform = random.chance(0.7);
  const forms = Array.from({ length: formCount }, (_, form) => inventForm(layout, random.fork(`form-${form}`)));
  const printed = forms.map((form, each) =>
    layOut(form, uniform ? sharedStyle : drawFormStyle(random.fork(`form-style-${each}`))),
  );
  const number = String(index).padStart(3, '0');
  return {
    number,
    layout,
    forms,
    printed,
    pageStyle: drawPageStyle(random.fork('page-style')),
    random: random.fork('rendering'),
  };
}

function layOut(form: InventedForm, style: ReturnType<typeof drawFormStyle>): PrintedForm {
  return form.layout === 'ministry-2020' ? layOutMinistry(form.record, style) : layOutShijiazhuang(form.record, style);
}
