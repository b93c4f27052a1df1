import { Schema } from "effect"
import { AuthenticationResult as Result } from "../session.ts"
import { optional } from "./optional.ts"

const detail = optional(Schema.String.check(Schema.isMaxLength(500)))

/** The specification demands every detail of a success, and its own example of a failure lacks one: each may be missing. */
export const AuthenticationResult = Schema.Struct({
  ...Result.fields,
  outcome_details: optional(
    Schema.Struct({
      three_ds_cryptogram: detail,
      electronic_commerce_indicator: detail,
      transaction_id: detail,
      version: detail
    })
  )
})
export type AuthenticationResult = typeof AuthenticationResult.Type
