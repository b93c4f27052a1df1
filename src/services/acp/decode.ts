import { Effect, Result, Schema, SchemaIssue } from "effect"
import { type Problem, wrong } from "./Problem.ts"

const format = SchemaIssue.makeFormatterStandardSchemaV1()

/** `$.line_items[0].id` */
const jsonPath = (path: ReadonlyArray<PropertyKey>) =>
  path.reduce<string>((so, key) => (typeof key === "number" ? `${so}[${key}]` : `${so}.${String(key)}`), "$")

const missing = "Missing key"

const problemOf = (issue: SchemaIssue.Issue): Problem => {
  const { message, path = [] } = format(issue).issues[0]!
  const param = jsonPath(path as ReadonlyArray<PropertyKey>)
  return message === missing
    ? wrong(400, "missing_required_field", `${param} is missing.`, param)
    : wrong(400, "invalid", `${param}: ${message.charAt(0).toLowerCase()}${message.slice(1)}.`, param)
}

/** A request in our hands, or the first thing that is wrong with it. Never tells back what was sent. */
export const decode = <S extends Schema.ConstraintDecoder<unknown>>(schema: S) => {
  const read = Schema.decodeUnknownResult(schema)
  return (body: unknown): Effect.Effect<S["Type"], Problem> => {
    const result = read(body)
    return Result.isSuccess(result) ? Effect.succeed(result.success) : Effect.fail(problemOf(result.failure.issue))
  }
}
