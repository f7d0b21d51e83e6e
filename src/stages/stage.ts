import type { z } from 'zod';

/** The stages in the order in which a document goes through them. */
export const stageNames = ['intake', 'read', 'tables', 'segment', 'align', 'repair', 'check', 'load'] as const;
export type StageName = (typeof stageNames)[number];

/**
 * One step of a document's way: a function of its input and options and of nothing else, which knows no other stage.
 * Only intake, which reads the file, and load, which writes the database, reach outside; what the others need (the
 * layouts) is part of their input. What they give is plain data, to be saved, looked at, and gone on from.
 */
export interface Stage<Name extends StageName, Input, Output, Options extends z.ZodType> {
  readonly name: Name;
  /** What the stage's options in a pipeline file may hold; unset ones get their defaults. */
  readonly options: Options;
  readonly run: (input: Input, options: z.output<Options>) => Output;
}

/** A stage with its types worked out from its parts. */
export function defineStage<const Name extends StageName, Input, Output, Options extends z.ZodType>(
  stage: Stage<Name, Input, Output, Options>,
): Stage<Name, Input, Output, Options> {
  return stage;
}
