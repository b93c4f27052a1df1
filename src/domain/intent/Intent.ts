interface Named {
  readonly slug: string
  readonly name: string
}

/** What has been seen so far, so that “the second one” means something. */
export interface Known {
  /** What was found or shown last, in that order. */
  readonly listings?: ReadonlyArray<{ readonly id: string; readonly title: string }>
  /** The listing that was opened last. */
  readonly listingId?: string
  readonly cartId?: string
  readonly sessionId?: string
  /** The orders that were listed last, in that order. */
  readonly orders?: ReadonlyArray<{ readonly id: string; readonly orderNumber: string }>
  /** The order that was opened or placed last. */
  readonly orderId?: string
  readonly categories?: ReadonlyArray<Named>
  readonly cities?: ReadonlyArray<Named>
}

/** What is done about it: something is said, a tool is called, or both. */
export interface Intent {
  readonly reply?: string
  readonly tool?: string
  readonly arguments?: Readonly<Record<string, unknown>>
}

/** Undefined leaves it to the next. */
export type Taker = (said: string, known: Known) => Intent | undefined

/** One line in plain quotes, as people mean it; the letters keep their case. */
export const tidy = (text: string) =>
  text
    .normalize("NFKC")
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 500)
    .replace(/[.!?\s]+$/, "")

export const call = (tool: string, args: Record<string, unknown> = {}, reply?: string): Intent => ({
  ...(reply !== undefined && { reply }),
  tool,
  arguments: Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined))
})

export const say = (reply: string): Intent => ({ reply })
