import type { z } from 'zod';

/** The stages in the order in which a document goes through them. */
export const stageNames = ['intake', 'read', 'tables', 'segment', 'align', 'check', 'load'] as const;
export type StageName = (typeof stageNames)[number];

/**
 * One step of a document's way: a pure function of its input and options. Its output is plain data, so that it can
 * be saved, looked at, and used to start again from there.
 */
export interface Stage<Name extends StageName, Input, Output, Options extends z.ZodType> {
  readonly name: Name;
  /** What the stage's options in a pipeline file may hold; unset ones get their defaults. */
  readonly options: Options;
  readonly run: (input: Input, options: z.output<Options>) => Promise<Output>;
}

/** A stage with its types worked out from its parts. */
export function defineStage<const Name extends StageName, Input, Output, Options extends z.ZodType>(
  stage: Stage<Name, Input, Output, Options>,
): Stage<Name, Input, Output, Options> {
  return stage;
}
