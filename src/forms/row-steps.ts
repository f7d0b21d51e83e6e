/** The columns of a table as places side by side, and what it costs to read a row in each way. */
export interface RowModel<Name extends string> {
  /** The column of each place from the left; `null` where it belongs to none (section names, unknown headings). */
  readonly places: readonly (Name | null)[];
  /** What a text costs in a place. */
  readonly cost: (place: number, text: string) => number;
  readonly blankCost: (name: Name) => number;
  /** Whether a text names a part of the form, and may stand in no column. */
  readonly isName: (text: string) => boolean;
  /** For each place, and for the end of the row. */
  readonly odds: readonly PlaceOdds[];
}

/** What leaving a place out costs, keeping its blank, and a cell too many before it. */
export interface PlaceOdds {
  readonly dropped: number;
  readonly kept: number;
  readonly added: number;
}

/** Whether a place's blank was kept or left out, or a cell stands before it that has no place. */
export interface PlaceMark {
  readonly place: number;
  readonly kind: 'kept' | 'dropped' | 'added';
}

/** The column of a text; `null` where it belongs to none, `unread` where it should and none takes it. */
export type ColumnOf<Name extends string> = Name | null | 'unread';

/** One step through the lattice of a row's cells and its table's places (`fitRow`). */
export interface Step<Name extends string> {
  /** States, as indices below `stateCount`. */
  readonly from: number;
  readonly to: number;
  readonly cost: number;
  /** The text that the step reads, and where; -1 for blanks and places left out. */
  readonly cell: number;
  readonly column: ColumnOf<Name>;
  readonly mark: PlaceMark | null;
}

/** So many cells and places are behind; `hasText` says whether the last place's column has a text. */
interface State {
  readonly cell: number;
  readonly place: number;
  readonly hasText: boolean;
}

/** Two texts in one column; hardly anything where the second repeats the first, as merged cells do. */
const crowdedCost = 6;
const repeatedCost = 0.2;
/** A text that stands in no column is lost, which is worse than nearly any misfit. */
const unreadCost = 10;
const strayNameCost = 1;

/** The number of states; the last two are the end, the very last with a text in the last column. */
export function stateCount(texts: readonly string[], { places }: Pick<RowModel<string>, 'places'>): number {
  return (texts.length + 1) * (places.length + 1) * 2;
}

/** All steps of the lattice, so that each comes behind those that lead to it. */
export function stepsOf<Name extends string>(texts: readonly string[], model: RowModel<Name>): Step<Name>[] {
  const lattice = { texts, model };
  return Array.from({ length: stateCount(texts, model) }, (_, index) => stateAt(index, model)).flatMap((state) => [
    ...(state.place < model.places.length ? [withoutPlace(state, lattice)] : []),
    ...(state.place < model.places.length && state.cell < texts.length ? [inPlace(state, lattice)] : []),
    ...(state.cell < texts.length ? withoutCell(state, lattice) : []),
  ]);
}

interface Lattice<Name extends string> {
  readonly texts: readonly string[];
  readonly model: RowModel<Name>;
}

function indexOf({ cell, place, hasText }: State, { places }: Pick<RowModel<string>, 'places'>): number {
  return (cell * (places.length + 1) + place) * 2 + (hasText ? 1 : 0);
}

function stateAt(index: number, { places }: Pick<RowModel<string>, 'places'>): State {
  const at = Math.floor(index / 2);
  const width = places.length + 1;
  return { cell: Math.floor(at / width), place: at % width, hasText: index % 2 === 1 };
}

/** Going on to the next place: whether it is of the same column, and what leaving the last column costs. */
function crossing<Name extends string>(
  { place, hasText }: State,
  { places, blankCost }: RowModel<Name>,
): { readonly isHeld: boolean; readonly cost: number } {
  const left = places[place - 1] ?? null;
  const isSame = place > 0 && left === places[place];
  return { isHeld: isSame && hasText, cost: isSame || hasText || left === null ? 0 : blankCost(left) };
}

/** The next place is left out. */
function withoutPlace<Name extends string>(state: State, { texts, model }: Lattice<Name>): Step<Name> {
  const { cell, place } = state;
  const { isHeld, cost } = crossing(state, model);
  const isTrailing = cell === texts.length;
  return {
    from: indexOf(state, model),
    to: indexOf({ cell, place: place + 1, hasText: isHeld }, model),
    cost: cost + (isTrailing ? 0 : (model.odds[place]?.dropped ?? 0)),
    cell: -1,
    column: null,
    mark: isTrailing ? null : { place, kind: 'dropped' },
  };
}

/** The next cell stands in the next place. */
function inPlace<Name extends string>(state: State, { texts, model }: Lattice<Name>): Step<Name> {
  const { cell, place } = state;
  const { isHeld, cost } = crossing(state, model);
  const text = texts[cell] ?? '';
  const column = model.places[place] ?? null;
  const ends = { from: indexOf(state, model), to: indexOf({ cell: cell + 1, place: place + 1, hasText: true }, model) };
  if (text !== '') {
    const crowding = isHeld && column !== null ? crowdingOf(texts, cell) : 0;
    return { ...ends, cost: cost + model.cost(place, text) + crowding, cell, column, mark: null };
  }
  const to = indexOf({ cell: cell + 1, place: place + 1, hasText: isHeld }, model);
  const kept = cost + (model.odds[place]?.kept ?? 0);
  return { ...ends, to, cost: kept, cell: -1, column: null, mark: { place, kind: 'kept' } };
}

/** The next cell has no place: a blank too many, or a text that joins the one before it or stands in no column. */
function withoutCell<Name extends string>(state: State, { texts, model }: Lattice<Name>): Step<Name>[] {
  const { cell, place, hasText } = state;
  const text = texts[cell] ?? '';
  const isTrailing = place === model.places.length && text === '';
  const cost = isTrailing ? 0 : (model.odds[place]?.added ?? 0);
  const ends = { from: indexOf(state, model), to: indexOf({ cell: cell + 1, place, hasText }, model) };
  const mark = isTrailing ? null : ({ place, kind: 'added' } as const);
  if (text === '') return [{ ...ends, cost, cell: -1, column: null, mark }];
  const stray: Step<Name> = model.isName(text)
    ? { ...ends, cost: cost + strayNameCost, cell, column: null, mark }
    : { ...ends, cost: cost + unreadCost, cell, column: 'unread', mark };
  const column = model.places[place - 1] ?? null;
  if (column === null || !hasText) return [stray];
  const joined = model.cost(place - 1, text) + crowdingOf(texts, cell);
  return [stray, { ...stray, cost: cost + joined, column }];
}

function crowdingOf(texts: readonly string[], cell: number): number {
  return texts[cell] === texts[cell - 1] ? repeatedCost : crowdedCost;
}
