import type { Told } from "../../Problem.ts"
import type { Refused } from "../Dialect.ts"
import { paramOf } from "./params.ts"

/** A key that was used for another request is a conflict of its own type here; later releases say 422. */
export const refused = ({ body, ...told }: Told): Refused => {
  const known = { ...body, ...(body.param === "$.selected_fulfillment_options" && { param: paramOf(body.param) }) }
  return body.code === "idempotency_conflict"
    ? { ...told, status: 409, body: { ...known, type: "request_not_idempotent" } }
    : { ...told, body: known }
}
