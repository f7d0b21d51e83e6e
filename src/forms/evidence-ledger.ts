import type { PagePlace, Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import type { Evidence } from '../model/record.ts';
import type { Sourced } from './sourced.ts';
import type { OtherNumber } from '../model/other-numbers.ts';

/** Boxes are given to a tenth of a point: enough to find a character, and the same on every machine. */
const boxSteps = 10;
/** Confidences are given to a thousandth. */
const confidenceSteps = 1000;

type AnyValue = Sourced<string | number> | undefined;

/** Notes the evidence of each value that enters a record, and what was no value, as it is built. */
export class EvidenceLedger {
  readonly evidence: Record<string, Evidence> = {};
  readonly others: { [pointer: string]: readonly OtherNumber[] } = {};
  readonly problems: Problem[] = [];
  readonly #formIndex: number;
  readonly #reviewBelow: number;

  /** Values less sure than `reviewBelow` (0 to 1) need review; problems name the form by its index. */
  constructor(options: { readonly formIndex: number; readonly reviewBelow: number }) {
    this.#formIndex = options.formIndex;
    this.#reviewBelow = options.reviewBelow;
  }

  /** The text for the field at `pointer`; `null` where blank. */
  text(pointer: string, sourced: AnyValue): string | null {
    const value = this.#enter(pointer, sourced);
    return value === null ? null : String(value);
  }

  /** The number for the field at `pointer`; `null` where blank or none. */
  number(pointer: string, sourced: AnyValue): number | null {
    const value = this.#enter(pointer, sourced);
    if (value !== null && sourced?.others !== undefined && sourced.certainty === 1) {
      this.others[pointer] = sourced.others;
    }
    return typeof value === 'number' ? value : null;
  }

  #enter(pointer: string, sourced: AnyValue): string | number | null {
    if (sourced === undefined) return null;
    const { value, source, certainty, complaint } = sourced;
    if (source === null && certainty < this.#reviewBelow) this.problems.push(doubtfulBlank(pointer, this.#formIndex));
    if (source === null) return null;
    if (complaint !== null)
      this.problems.push(notANumber(pointer, complaint, { place: source.place, form: this.#formIndex }));
    if (value === null) return null;
    const confidence = Math.round(source.confidence * certainty * confidenceSteps) / confidenceSteps;
    this.evidence[pointer] = {
      raw: source.raw,
      ...(source.place === null ? {} : placeEvidence(source.place)),
      confidence,
      needsReview: confidence < this.#reviewBelow,
    };
    return value;
  }
}

function placeEvidence(place: Place): Partial<Evidence> {
  if (place.kind === 'text') return { line: place.line, column: place.column };
  if (place.kind === 'sheet') return { sheet: place.sheet, cell: place.cell };
  return { page: place.page, box: boxOf(place) };
}

function boxOf({ box }: PagePlace): readonly [number, number, number, number] {
  const round = (value: number): number => Math.round(value * boxSteps) / boxSteps;
  return [round(box.left), round(box.top), round(box.right), round(box.bottom)];
}

function doubtfulBlank(field: string, form: number): Problem {
  return {
    code: 'blank-doubtful',
    message: `${field} is left null, but a cell beside it may be its own: blank cells are missing from the row`,
    hint: 'Compare the row with the page; what is beside it is marked for review',
    stage: 'align',
    form,
    field,
  };
}

function notANumber(
  field: string,
  complaint: string,
  at: { readonly place: Place | null; readonly form: number },
): Problem {
  return {
    code: 'not-a-number',
    message: `${complaint} (${field})`,
    hint: 'The field is left null; look at the page and correct it by hand',
    stage: 'align',
    form: at.form,
    field,
    ...(at.place?.kind === 'page' ? { page: at.place.page } : {}),
  };
}
