import { Refused } from "../Refused.ts"
import type { CallTool } from "../useCallTool.ts"

/** One line of an order, to be bought again. */
export interface Want {
  readonly listing_id: string
  readonly title: string
  readonly variant?: string
  readonly quantity: number
}

/** How far a cart is filled again, and what could not be had. */
export interface Refill {
  readonly rest: ReadonlyArray<Want>
  readonly all: number
  readonly cartId?: string
  /** By title: what nobody sells any more. */
  readonly gone: ReadonlyArray<string>
  readonly short: ReadonlyArray<{ readonly title: string; readonly wanted: number; readonly added: number }>
  /** What the cart does not take for another reason. */
  readonly unfit: ReadonlyArray<{ readonly title: string; readonly why: string }>
  /** What stopped it; the rest can be tried again. */
  readonly failure?: Refused
}

export const refillOf = (wants: ReadonlyArray<Want>): Refill => ({
  rest: wants,
  all: wants.length,
  gone: [],
  short: [],
  unfit: []
})

const availableIn = (error: Refused) => (typeof error.details.available === "number" ? error.details.available : 0)

/** A variant that is not there any more is gone; whatever else is wrong is told in the server's words. */
const isGone = ({ code, details }: Refused) => {
  const issues = (Array.isArray(details.issues) ? details.issues : []) as ReadonlyArray<{ readonly path?: unknown }>
  return code === "NOT_FOUND" || issues.some(({ path }) => path === "variant")
}

/** `write` names each call by a key of its own, so that a retry adds nothing twice. Puts one after the other into the same cart. What is gone or short is passed over; anything else stops it there. */
export const refill = async (write: CallTool, from: Refill, tell: (now: Refill) => void): Promise<Refill> => {
  const { failure: _, ...begun } = from
  let now: Refill = begun

  const put = async ({ listing_id, variant }: Want, quantity: number) => {
    const cart = now.cartId === undefined ? {} : { cart_id: now.cartId }
    const what = { listing_id, quantity, ...(variant && { variant }) }
    const answer = (await write("add_to_cart", { ...what, ...cart })) as { cart_id?: unknown } | undefined
    if (typeof answer?.cart_id === "string") now = { ...now, cartId: answer.cart_id }
  }

  /** As many as are left; the cart may hold some of them already, and then none. */
  const putLess = async (want: Want, left: number) => {
    const short = (added: number) => {
      now = { ...now, short: [...now.short, { title: want.title, wanted: want.quantity, added }] }
    }
    if (left >= want.quantity) return short(0)
    try {
      await put(want, left)
      short(left)
    } catch (error) {
      if ((error as Refused).code !== "OUT_OF_STOCK") throw error
      short(0)
    }
  }

  const passOver = async (want: Want, error: Refused) => {
    const { title } = want
    const left = availableIn(error)
    if (error.code === "OUT_OF_STOCK" && left > 0) return putLess(want, left)
    if (error.code === "OUT_OF_STOCK" || isGone(error)) {
      now = { ...now, gone: [...now.gone, title] }
    } else if (error.code === "VALIDATION_ERROR") {
      now = { ...now, unfit: [...now.unfit, { title, why: error.message }] }
    } else throw error
  }

  for (const want of from.rest) {
    try {
      await put(want, want.quantity).catch((error: Refused) => passOver(want, error))
    } catch (error) {
      now = { ...now, failure: error instanceof Refused ? error : new Refused(String((error as Error).message)) }
      return now
    }
    now = { ...now, rest: now.rest.slice(1) }
    tell(now)
  }
  return now
}
