import { Schema, SchemaIssue } from "effect"

/** May be left out or null. */
export const optional = <S extends Schema.Top>(schema: S) => Schema.optionalKey(Schema.NullOr(schema))

/** One line of text, trimmed. */
export const text = (maximum: number, minimum = 0) =>
  Schema.Trim.check(
    Schema.isMinLength(minimum),
    Schema.isMaxLength(maximum),
    Schema.isPattern(/^[^\p{Cc}\p{Cs}]*$/u, { message: "Expected one line of text" })
  )

/** What a check answers when a field is missing that only sometimes must be there. */
export const missing = (...path: ReadonlyArray<PropertyKey>) => ({ path, issue: new SchemaIssue.MissingKey(undefined) })
