import { Schema, SchemaTransformation } from "effect"

interface Line {
  readonly maximum: number
  /** 1 when not given: an empty line is not one. */
  readonly minimum?: number
  readonly description?: string
  readonly pattern?: RegExp
  /** What is told of a text that does not fit the pattern. */
  readonly expected?: string
}

/** Text that can be kept as it is: without control characters but for tabs and line breaks, and valid Unicode. */
export const isText = Schema.makeFilter(
  (text: string) =>
    /^[^\p{Cs}\p{Cc}]*$/u.test(text.replace(/[\t\n\r]/g, " ")) || "Expected valid text without control characters"
)

/** For texts of several lines. */
export const lines = {
  pattern: /^(?:[\t\n\r]|[^\p{Cc}\p{Cs}])*$/u,
  expected: "Expected valid text without control characters"
} as const

/** One line of text as people type it: trimmed, bounded, without control characters. */
export const line = ({
  description,
  expected = "Expected one line of valid text",
  maximum,
  minimum = 1,
  pattern = /^[^\p{Cc}\p{Cs}]*$/u
}: Line) =>
  Schema.String.annotate(description === undefined ? {} : { description })
    .check(Schema.isMaxLength(maximum), ...(minimum > 1 ? [Schema.isMinLength(minimum)] : []))
    .pipe(
      Schema.decodeTo(
        Schema.String.check(Schema.isMinLength(minimum), Schema.isPattern(pattern, { message: expected })),
        SchemaTransformation.trim()
      )
    )
