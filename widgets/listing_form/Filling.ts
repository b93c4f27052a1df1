import type { Entries } from "./entries.ts"
import type { Field } from "./problems.ts"
import type { Form } from "./read.ts"

/** What each step needs of the form. */
export interface Filling {
  readonly form: Form
  readonly entries: Entries
  readonly put: (patch: Partial<Entries>, ...fields: ReadonlyArray<Field>) => void
  readonly wrong: (field: Field) => string | undefined
}
