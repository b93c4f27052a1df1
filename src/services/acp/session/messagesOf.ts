import type { Message, MessageError } from "../../../../schemas/acp/Message.ts"
import type { Contents } from "../../../../schemas/checkout.ts"
import type { SessionStatus } from "../../../../schemas/session.ts"
import { missing } from "../../../domain/contents.ts"
import { rejections } from "./discountsOf.ts"
import { nameOf } from "./lineItemsOf.ts"
import type { Shown } from "./Shown.ts"

/** Something that stands in the way of paying. */
export const blocking = (
  code: MessageError["code"],
  content: string,
  param?: string,
  resolution: NonNullable<MessageError["resolution"]> = "recoverable"
): MessageError => ({
  type: "error",
  code,
  severity: "high",
  resolution,
  ...(param !== undefined && { param }),
  content_type: "plain",
  content
})

const info = (content: string): Message => ({ type: "info", severity: "info", content_type: "plain", content })

/** The fields of this door for what is missing by the law. */
const params: Record<string, string> = {
  email: "$.buyer.email",
  shipping_address: "$.fulfillment_details.address",
  shipping_method: "$.selected_fulfillment_options"
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

const lacks = (contents: Contents): ReadonlyArray<Message> =>
  missing(contents)
    .filter(({ path }) => path in params)
    .map(({ message, path }) => blocking("missing", sentence(message), params[path]))

/** There is too little of what stands at this place. */
export const shortage = (name: string, index: number, available: number): MessageError => {
  const content =
    available === 0 ? `${name} is sold out. Remove it.` : `Only ${available} of ${name} left. Lower the quantity.`
  return blocking("out_of_stock", content, `$.line_items[${index}]`)
}

const shortages = ({ lines, shortages }: Contents): ReadonlyArray<Message> =>
  shortages.map(({ available, lineId }) => {
    const index = lines.findIndex(({ id }) => id === lineId)
    return shortage(nameOf(lines[index]!), index, available)
  })

/** What the request said takes the place of what would be said anyway of the same field. */
const merged = (said: ReadonlyArray<Message>, known: ReadonlyArray<Message>) => [
  ...said,
  ...known.filter(
    ({ param }) => param === undefined || !said.some((each) => each.type === "error" && each.param?.startsWith(param))
  )
]

export const messagesOf = ({ messages: said = [], session }: Shown, status: SessionStatus): ReadonlyArray<Message> => {
  const { contents } = session.state
  switch (status) {
    case "pending":
    case "ready":
      return merged(said, [...lacks(contents), ...shortages(contents), ...rejections(contents)])
    case "processing":
      return [
        ...said,
        info("The payment provider has not answered yet. Do not pay again; read the session in a minute.")
      ]
    case "authentication_required":
      return [...said, info("The buyer's bank asks for a confirmation. Complete again with authentication_result.")]
    case "expired":
      return [...said, blocking("expired", "This checkout has expired. Start a new one; nothing was charged.")]
    default:
      return said
  }
}
