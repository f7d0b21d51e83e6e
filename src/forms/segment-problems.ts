import type { Problem } from '../model/problem.ts';
import { titleText } from './find-starts.ts';
import { ownTexts } from './flow.ts';
import type { Section } from './layout.ts';
import type { ScoredLayout } from './nearest-layout.ts';
import { isTableTitle } from './title.ts';

/** A form must show this share of its layout's sections and title to be read by that layout. */
export const minLayoutScore = 0.6;

/** So much of a text that begins a form is told. */
const maxToldText = 40;

/** What looks like a form and fits no layout. */
export function unknownForm(nearest: ScoredLayout): Problem {
  return {
    code: 'unknown-form',
    message:
      `What begins with "${nameOf(nearest)}" fits no known layout; nearest is ${nearest.layout.id} ` +
      `(${nearest.layout.name.zh}) at ${Math.floor(nearest.score * 100)} %, ${Math.round(minLayoutScore * 100)} % is ` +
      `needed; sections found: ${sectionsOf(nearest)}`,
    hint: 'If it is a self-evaluation form, describe its layout in a file of schemas/forms/ and extract it again',
    stage: 'segment',
    page: nearest.segment.rows[0]?.page ?? 1,
  };
}

/** What is titled as another kind of form, however much it looks like one that is known. */
export function otherForm(nearest: ScoredLayout): Problem {
  return {
    code: 'unknown-form',
    message:
      `"${nameOf(nearest)}" is by its title another kind of form than the known layouts are for; nearest is ` +
      `${nearest.layout.id} (${nearest.layout.name.zh}); sections found: ${sectionsOf(nearest)}`,
    hint: 'To have such forms read, describe their layout in a file of schemas/forms/ and extract the file again',
    stage: 'segment',
    page: nearest.segment.rows[0]?.page ?? 1,
  };
}

/** A document without any form. */
export function noForm(): Problem {
  return {
    code: 'no-form',
    message: 'No title and no section of a self-evaluation form was found',
    hint: 'If there is one, describe its layout in a file of schemas/forms/ and extract it again',
    stage: 'segment',
  };
}

/** What stands above the first section and is titled as tables are, else the first text. */
function nameOf({ segment: { rows, openings } }: ScoredLayout): string {
  const above = rows.slice(0, openings[0]?.row ?? rows.length);
  const title = above.flatMap((row) => titleText(row) ?? []).find(isTableTitle);
  return (title ?? rows.flatMap(ownTexts)[0]?.text ?? '').slice(0, maxToldText);
}

/** The sections found, as their readers call them: by their heading, or by their first label. */
function sectionsOf({ layout, segment: { openings } }: ScoredLayout): string {
  const found = openings.flatMap((opening) => nameOfSection(layout.sections[opening.section]));
  return found.length > 0 ? found.join(', ') : 'none';
}

function nameOfSection(section: Section | undefined): string[] {
  const name = section?.heading?.[0] ?? (section?.read === 'fields' ? section.fields[0]?.labels[0] : undefined);
  return name === undefined ? [] : [name];
}
