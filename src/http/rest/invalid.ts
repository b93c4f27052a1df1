import { type Schema, SchemaIssue, String } from "effect"
import { withQuestions } from "../../../schemas/asks.ts"
import { Invalid, type Issue } from "../../../schemas/errors.ts"

const issuesOf = SchemaIssue.makeFormatterStandardSchemaV1({
  leafHook: (issue) => (issue._tag === "MissingKey" ? "is missing" : SchemaIssue.defaultLeafHook(issue))
})

type Step = PropertyKey | { readonly key: PropertyKey }

/** `lines.0.listing_id`: where in the request, by the names it was sent with. */
const pathOf = (steps: ReadonlyArray<Step>) =>
  steps
    .map((step) => (typeof step === "object" ? step.key : step))
    .map((key) => (typeof key === "string" ? String.camelToSnake(key) : key.toString()))
    .join(".")

/** What does not decode, told field by field; with what to ask for, where a field asks. */
export const invalid = (error: Schema.SchemaError, questions: ReadonlyArray<Issue> = []): Invalid => {
  const issues = issuesOf(error.issue).issues.map(({ message, path = [] }) => ({ path: pathOf(path), message }))
  return new Invalid({ issues: withQuestions(issues, questions) })
}
