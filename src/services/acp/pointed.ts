import type { AskedLine } from "../../../schemas/acp/items.ts"
import { Invalid, NotFound, type Refusal } from "../../../schemas/errors.ts"
import { type Problem, wrong } from "./Problem.ts"

/** The fields of this door for those of our words. */
const params: Record<string, string> = {
  lines: "$.line_items",
  variant: "$.line_items",
  shipping_method: "$.selected_fulfillment_options",
  deliveries: "$.selected_fulfillment_options"
}

/** The line of the request that a refusal is about. */
const lineOf = (error: NotFound | Invalid, lines: ReadonlyArray<AskedLine>) =>
  lines.find(
    ({ listingId, variant }) =>
      listingId === error.about?.listingId && variant.toLowerCase() === error.about.variant.toLowerCase()
  )

/** A refusal of what was asked for, with the place in the request that it is about. */
export const pointed =
  (lines: ReadonlyArray<AskedLine>) =>
  <E extends Refusal | Problem>(error: E): E | Problem => {
    if (!(error instanceof NotFound || error instanceof Invalid)) return error
    const line = lineOf(error, lines)
    if (error instanceof NotFound) {
      return line === undefined ? error : wrong(400, "invalid_item_id", "There is no item with this id.", line.param)
    }
    const [{ message, path } = { message: error.message, path: "" }] = error.issues
    const content = `${message.charAt(0).toUpperCase()}${message.slice(1)}.`
    return line === undefined
      ? wrong(400, "invalid", content, params[path])
      : wrong(400, "invalid_item_id", content, line.param)
  }
