import { Schema, SchemaTransformation } from "effect"

interface Line {
  readonly maximum: number
  /** 1 when not given: an empty line is not one. */
  readonly minimum?: number
  readonly description?: string
  readonly pattern?: RegExp
}

/** One line of text as people type it: trimmed, bounded, without control characters. */
export const line = ({ description, maximum, minimum = 1, pattern = /^\P{Cc}*$/u }: Line) =>
  Schema.String.annotate(description === undefined ? {} : { description })
    .check(Schema.isMaxLength(maximum))
    .pipe(
      Schema.decodeTo(
        Schema.String.check(Schema.isMinLength(minimum), Schema.isPattern(pattern)),
        SchemaTransformation.trim()
      )
    )
