import { type Schema, SchemaIssue, String } from "effect"
import { Invalid } from "../../../schemas/errors.ts"

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

/** What does not decode, told field by field. */
export const invalid = (error: Schema.SchemaError): Invalid =>
  new Invalid({
    issues: issuesOf(error.issue).issues.map(({ message, path = [] }) => ({ path: pathOf(path), message }))
  })
