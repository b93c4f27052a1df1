type Json = Record<string, unknown>

/** What the conversation knows, as the server's patterns are told it. */
export interface Context {
  readonly listings?: ReadonlyArray<{ readonly id: string; readonly title: string }>
  readonly listing_id?: string
  readonly cart_id?: string
  readonly session_id?: string
  readonly orders?: ReadonlyArray<{ readonly id: string; readonly order_number: string }>
  readonly order_id?: string
}

const MOST = 50

const isJson = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value)
const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined)

const named = <K extends string>(value: unknown, name: K) =>
  Array.isArray(value)
    ? value.slice(0, MOST).flatMap((each) => {
        const [id, its] = [text(each?.id), text(each?.[name])]
        return id === undefined || its === undefined
          ? []
          : [{ id, [name]: its.slice(0, 60) } as { id: string } & Record<K, string>]
      })
    : undefined

const closed = new Set(["completed", "canceled", "expired"])

/** What an answer, or a word of a widget, adds to what is known. */
export const learn = (context: Context, answer: unknown): Context => {
  if (!isJson(answer)) return context
  const listings = named(answer.listings, "title")
  const orders = named(answer.orders, "order_number")
  const session = isJson(answer.checkout_session) ? answer.checkout_session : undefined
  const sessionId = session === undefined ? text(answer.session_id) : text(session.id)
  const over = closed.has(text(session?.status) ?? "")
  const listingId = isJson(answer.listing) ? text(answer.listing.id) : text(answer.listing_id)
  const orderId = isJson(answer.order) ? text(answer.order.id) : text(answer.order_id)
  const cartId = text(answer.cart_id)
  const { session_id: _, ...open } = context
  const { cart_id: __, ...bought } = open
  return {
    ...(session?.status === "completed" ? bought : over ? open : context),
    ...(listings !== undefined && { listings }),
    ...(orders !== undefined && orders.length > 0 && { orders }),
    ...(listingId !== undefined && { listing_id: listingId }),
    ...(cartId?.startsWith("crt_") && { cart_id: cartId }),
    ...(!over && sessionId?.startsWith("chk_") && { session_id: sessionId }),
    ...(orderId !== undefined && { order_id: orderId })
  }
}
