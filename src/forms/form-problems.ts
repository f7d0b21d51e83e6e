import type { Problem } from '../model/problem.ts';
import type { Reading } from '../model/table.ts';
import type { AlignedForm } from './align.ts';

/** So much of a text is quoted in a problem. */
const maxQuoted = 40;

/**
 * What is wrong with a form as a whole, or with parts of it that no field of the record holds; it is the document's
 * `formIndex`th.
 */
export function problemsOf(aligned: AlignedForm, formIndex: number): Problem[] {
  return [
    headingProblems,
    rowProblems,
    missingLabels,
    missingColumns,
    unreadProblems,
    emptySections,
    unitProblems,
  ].flatMap((find) => find(aligned, formIndex));
}

/**
 * The money table and the indicators are the heart of a form: one without rows was printed in a way that is not read.
 */
function emptySections({ layout, funds, indicators, pages }: AlignedForm, formIndex: number): Problem[] {
  const rows = { funds: funds.length, indicators: indicators.length };
  return (['funds', 'indicators'] as const).flatMap((read): Problem[] => {
    const section = layout.sections.find((candidate) => candidate.read === read);
    if (section === undefined || rows[read] > 0) return [];
    return [
      {
        code: 'section-missing',
        message: `No row of "${section.heading?.[0] ?? read}" was found, which the layout ${layout.id} has`,
        hint: 'Look with --until tables --draw which cells were found: only tables whose cells have rulings are read',
        stage: 'align',
        form: formIndex,
        ...onFirst(pages),
      },
    ];
  });
}

function headingProblems({ unknownHeadings, layout }: AlignedForm, formIndex: number): Problem[] {
  return unknownHeadings.map((heading) => ({
    code: 'unknown-column',
    message: `The column "${heading.text}" is not known to the layout ${layout.id}; what stands below it was not read`,
    hint: 'If it is another spelling of a known column, add it to the labels of the layout',
    stage: 'align',
    form: formIndex,
    ...onPageOf(heading.place),
  }));
}

function rowProblems({ unknownFunds, unknownIndicators, layout }: AlignedForm, formIndex: number): Problem[] {
  const rows = [
    ...unknownFunds.map((text) => ({ text, of: 'money', as: 'it is given as another source, for review' })),
    ...unknownIndicators.map((text) => ({ text, of: 'indicator', as: 'it is not in the record' })),
  ];
  return rows.map(({ text: { text, place }, of, as }) => ({
    code: 'unknown-row',
    message: `The row "${text.slice(0, maxQuoted)}" of the ${of} table is not known to the layout ${layout.id}; ${as}`,
    hint: 'If it is another spelling of a known row, add it to the labels of the layout',
    stage: 'align',
    form: formIndex,
    ...onPageOf(place),
  }));
}

/**
 * Columns that every form of the layout has, of which a table that was read shows no heading: the page may end before.
 */
function missingColumns({ absentFields, layout, funds, indicators, pages }: AlignedForm, formIndex: number): Problem[] {
  const columns = layout.sections.flatMap((section) => {
    if (section.read === 'funds' && funds.length > 0) {
      return section.columns.map(({ quantity, ...column }) => ({ ...column, pointer: `/funds/*/${quantity}` }));
    }
    if (section.read !== 'indicators' || indicators.length === 0) return [];
    return section.columns.map(({ column: name, ...column }) => ({ ...column, pointer: `/indicators/*/${name}` }));
  });
  return columns.flatMap(({ pointer, labels, optional }): Problem[] =>
    optional || !absentFields.includes(pointer)
      ? []
      : [
          {
            code: 'column-missing',
            message: `No column says "${labels[0] ?? pointer}", which forms of the layout ${layout.id} have (${pointer})`,
            hint: 'Look whether the page was cut off, or printed on two; if the form calls it otherwise, add that to the labels',
            stage: 'align',
            form: formIndex,
            ...onFirst(pages),
          },
        ],
  );
}

/** Fields that every form of the layout has, of which this one shows no label. */
function missingLabels({ absentFields, layout, pages }: AlignedForm, formIndex: number): Problem[] {
  const sections = layout.sections.flatMap((section) => (section.read === 'fields' ? section.fields : []));
  return sections.flatMap(({ field, labels }): Problem[] => {
    const pointer = `/${field}`;
    if (!layout.checks.required.includes(pointer) || !absentFields.includes(pointer)) return [];
    return [
      {
        code: 'label-missing',
        message: `No cell says "${labels[0] ?? field}", which every form of the layout ${layout.id} has (${pointer})`,
        hint: 'If the form calls it otherwise, add that to the labels of the layout',
        stage: 'align',
        form: formIndex,
        field: pointer,
        ...onFirst(pages),
      },
    ];
  });
}

function unreadProblems({ unread }: AlignedForm, formIndex: number): Problem[] {
  return unread.map(({ text, place }) => ({
    code: 'text-unplaced',
    message: `"${text.slice(0, maxQuoted)}"${place?.kind === 'text' ? ` in line ${place.line}` : ''} stands in no column of its table; it was not read`,
    hint: 'Look at the page what it belongs to; in a text dump the rest of its row is marked for review',
    stage: 'align',
    form: formIndex,
    ...onPageOf(place),
  }));
}

function unitProblems({ otherUnits, fields }: AlignedForm, formIndex: number): Problem[] {
  return otherUnits.map((other) => ({
    code: 'amount-units-differ',
    message: `"${other.text}" stands beside amounts of a form whose unit is ${fields.amountUnit?.value ?? 'not printed'}`,
    hint: 'Look at the page which unit is meant: the amounts are given as printed, the doubtful ones for review',
    stage: 'align',
    form: formIndex,
    field: '/amountUnit',
    ...onPageOf(other.place),
  }));
}

/** A problem's page where it is of a form as a whole: the form's first. */
function onFirst([page]: readonly number[]): Pick<Problem, 'page'> {
  return page === undefined ? {} : { page };
}

/** A problem's page where it is of one text: none in a file without pages. */
function onPageOf(place: Reading['place']): Pick<Problem, 'page'> {
  return place?.kind === 'page' ? { page: place.page } : {};
}
