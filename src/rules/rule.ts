import type { FormChecks } from '../model/form-checks.ts';
import type { Finding, FormRecord, Severity } from '../model/record.ts';

/** What the rules are told beside the record. */
export interface RuleChecks extends FormChecks {
  /**
   * JSON pointers of fields that are null and not blank: what stands there could not be read, or the form does not
   * print the field. `*` stands for every row (`/indicators/*\/deviation`).
   */
  readonly notBlank?: ReadonlySet<string>;
}

/** Whether a field that is null is known to be blank on the page. */
export function isKnownBlank(pointer: string, { notBlank }: RuleChecks): boolean {
  return notBlank?.has(pointer) !== true && notBlank?.has(pointer.replace(/\/\d+(?=\/)/, '/*')) !== true;
}

/** One check of one form. Ids are a promise to other programs; the texts are for the documentation and the pages. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  /** What a finding of this rule says, in one line. */
  readonly title: string;
  readonly titleZh: string;
  /**
   * What the rule finds in `form`, in the order of the form's cells; empty where all is well or where blanks leave
   * it open. Never throws. Looks at no finding that `form` already holds.
   */
  readonly check: (form: FormRecord, checks: RuleChecks) => readonly Finding[];
}

/** A finding before its rule signs it. */
export interface Observation {
  /** States the arithmetic in digits. */
  readonly message: string;
  /** JSON pointers of every cell that the message rests on, the one in doubt first. */
  readonly fields: readonly string[];
}

interface RuleDefinition extends Omit<Rule, 'check'> {
  readonly observe: (form: FormRecord, checks: RuleChecks) => readonly Observation[];
}

/** A sum of which a form prints every term: it holds or it does not. */
export interface Equation extends Observation {
  readonly holds: boolean;
  /** Of a sum that is printed rounded: whether it is so to its last digit, not cut off nor just near enough. */
  readonly isExact?: boolean;
  /** Whether a term may be something else than it is taken for: then no finding follows where it does not hold. */
  readonly isOpen?: boolean;
}

/** A rule that is a sum: what holds can prove a reading. */
export interface SumRule extends Rule {
  /** Every sum of this kind that `form` prints, in the order of its cells. Never throws. */
  readonly equations: (form: FormRecord, checks: RuleChecks) => readonly Equation[];
}

/** A rule that finds the sums that do not hold. */
export function defineSumRule({ equations, ...about }: Omit<SumRule, 'check'>): SumRule {
  const isWrong = ({ holds, isOpen }: Equation): boolean => !holds && isOpen !== true;
  const { check } = defineRule({ ...about, observe: (form, checks) => equations(form, checks).filter(isWrong) });
  return { ...about, equations, check };
}

/** A rule whose observations are signed with its id and severity, and marked where they rest on a doubtful reading. */
export function defineRule({ observe, ...about }: RuleDefinition): Rule {
  return {
    ...about,
    check: (form, checks) =>
      observe(form, checks).map(({ message, fields }) => ({
        rule: about.id,
        severity: about.severity,
        message: message + reviewNote(form, fields),
        fields,
      })),
  };
}

function reviewNote(form: FormRecord, fields: readonly string[]): string {
  const doubtful = fields.filter((field) => form.evidence[field]?.needsReview === true);
  return doubtful.length === 0 ? '' : ` (rests on a value that needs review: ${doubtful.join(', ')})`;
}
