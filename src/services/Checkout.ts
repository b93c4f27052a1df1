import { Context, Duration, Effect, Layer } from "effect"
import type { Viewer } from "../../schemas/access.ts"
import type { Address, Buyer } from "../../schemas/address.ts"
import type {
  CheckoutEvent,
  CheckoutState,
  Contents,
  Line,
  Method,
  Checkout as Session
} from "../../schemas/checkout.ts"
import {
  IllegalStep,
  Invalid,
  NotFound,
  OutOfStock,
  type RateLimited,
  SessionExpired,
  type StaleCheckout,
  type Unauthorized,
  type Unavailable
} from "../../schemas/errors.ts"
import { CheckoutId } from "../../schemas/ids.ts"
import { maySeeByLink, mayTouch, ownerOf } from "../domain/access.ts"
import { isShopping, shopping, step } from "../domain/checkout.ts"
import { withWanted } from "../domain/contents.ts"
import { limits } from "../domain/limits.ts"
import { readAddress } from "../domain/usAddress.ts"
import type { Wanted } from "../domain/wanted.ts"
import { Caller } from "../ports/Caller.ts"
import { Ids } from "../ports/Ids.ts"
import { RateLimit } from "../ports/RateLimit.ts"
import { Site } from "../ports/Site.ts"
import { Accounts } from "../store/Accounts.ts"
import { Checkouts } from "../store/Checkouts.ts"
import { orUnavailable } from "../store/Sql.ts"
import { now } from "./now.ts"
import { stillThere } from "./owned.ts"
import { type Draft, Quotes } from "./Quotes.ts"
import { takeFromCaller } from "./takeFrom.ts"

/** What a request changes on a checkout. Absent leaves as it is; null clears. */
export interface Changes {
  /** Takes the place of all lines. */
  readonly setLines?: ReadonlyArray<Wanted>
  /** Adds or changes these lines; a quantity of 0 removes one. */
  readonly putLines?: ReadonlyArray<Wanted>
  /** What it does not say stays as it is. */
  readonly buyer?: Buyer | null
  readonly address?: Address | null
  /** For every shop. */
  readonly method?: Method
  /** By shop; wins over `method`. */
  readonly deliveries?: Readonly<Record<string, Method>> | null
  readonly pickupNotes?: string | null
  readonly codes?: ReadonlyArray<string>
  readonly interventions?: ReadonlyArray<string>
  readonly metadata?: Readonly<Record<string, unknown>>
}

export type Refused = NotFound | Invalid | RateLimited | Unavailable
export type Unchangeable = Refused | SessionExpired | IllegalStep | StaleCheckout

const wantedOf = ({ listingId, quantity, variant }: Line): Wanted => ({ listingId, quantity, variant })

/** Checkouts until somebody pays: opened, changed, read. Each answers to its owner only. */
export class Checkout extends Context.Service<
  Checkout,
  {
    /** `keepShortages` opens it even when less is there than was asked for, for doors that tell so in the session. */
    readonly open: (
      lines: ReadonlyArray<Wanted>,
      options?: { readonly changes?: Changes; readonly keepShortages?: boolean }
    ) => Effect.Effect<Session, Refused | Unauthorized | OutOfStock, Caller>
    readonly read: (id: string) => Effect.Effect<Session, NotFound | Unavailable, Caller>
    /** For the page a link leads to. */
    readonly byLink: (id: string) => Effect.Effect<Session, NotFound | Unavailable, Caller>
    readonly revise: (id: string, changes: Changes) => Effect.Effect<Session, Unchangeable, Caller>
    /** The contents after the changes, priced anew; the checkout itself is not touched. */
    readonly revised: (contents: Contents, changes: Changes) => Effect.Effect<Contents, Refused, Caller>
    /** Moves a checkout by the law and saves it, with its time begun anew. */
    readonly move: (
      session: Session,
      event: CheckoutEvent
    ) => Effect.Effect<Session, IllegalStep | StaleCheckout | Unavailable>
  }
>()("craftlocal/services/Checkout") {
  static readonly layer = Layer.effect(
    Checkout,
    Effect.gen(function* () {
      const checkouts = yield* Checkouts
      const accounts = yield* Accounts
      const quotes = yield* Quotes
      const ids = yield* Ids
      const limiter = yield* RateLimit
      const { checkoutTtl } = yield* Site
      const until = (from: Date) => new Date(from.getTime() + Duration.toMillis(checkoutTtl))

      const read = Effect.fn("Checkout.read")(function* (id: string) {
        const { viewer } = yield* Caller
        const session = yield* orUnavailable(checkouts.find(id))
        if (session === undefined || !mayTouch(viewer, session.owner)) return yield* new NotFound({ what: "checkout" })
        return session
      })

      const byLink = Effect.fn("Checkout.byLink")(function* (id: string) {
        const { viewer } = yield* Caller
        const session = yield* orUnavailable(checkouts.find(id))
        if (session === undefined || !maySeeByLink(viewer, session.owner))
          return yield* new NotFound({ what: "checkout" })
        return session
      })

      const move = Effect.fnUntraced(function* (session: Session, event: CheckoutEvent) {
        const state = yield* Effect.fromResult(step(session.state, event))
        const at = yield* now
        return yield* orUnavailable(checkouts.save({ ...session, state, updatedAt: at, expiresAt: until(at) }))
      })

      /** A signed-in buyer's name, e-mail and address are filled in. */
      const known = Effect.fnUntraced(function* (viewer: Viewer) {
        const account = viewer._tag === "Account" ? yield* orUnavailable(accounts.find(viewer.accountId)) : undefined
        if (account === undefined) return { buyer: {}, address: null }
        const { address, email, name, phone } = account
        return { buyer: { name, ...(email !== null && { email }), ...(phone !== null && { phone }) }, address }
      })

      /** Codes can be guessed at; those a checkout has already are no guess. */
      const counted = (before: ReadonlyArray<string>, codes: ReadonlyArray<string> = []) =>
        codes.every((code) => before.includes(code)) ? Effect.void : takeFromCaller(limiter, limits.codes)

      const draftOf = Effect.fnUntraced(function* (draft: Draft, changes: Changes) {
        yield* counted(draft.codes, changes.codes)
        const address = changes.address === undefined ? draft.address : changes.address
        const read = address === null ? null : readAddress(address)
        if (read !== null && !("line1" in read)) {
          return yield* new Invalid({
            issues: read.map(({ message, path }) => ({ path: `shipping_address.${path}`, message }))
          })
        }
        return {
          ...draft,
          lines: changes.setLines ?? (changes.putLines ? withWanted(draft.lines, changes.putLines) : draft.lines),
          buyer: changes.buyer === null ? {} : { ...draft.buyer, ...changes.buyer },
          address: read,
          deliveries: changes.deliveries === null ? {} : draft.deliveries,
          requested: changes.deliveries ?? {},
          method: changes.method,
          pickupNotes: changes.pickupNotes === undefined ? draft.pickupNotes : changes.pickupNotes,
          codes: changes.codes ?? draft.codes,
          ...(changes.interventions && { interventions: changes.interventions }),
          ...(changes.metadata && { metadata: changes.metadata })
        } satisfies Draft
      })

      const revised = Effect.fnUntraced(function* (contents: Contents, changes: Changes) {
        const { viewer } = yield* Caller
        const draft = { ...contents, lines: contents.lines.map(wantedOf), before: contents.lines, requested: {} }
        return yield* quotes.price(yield* draftOf(draft, changes), viewer)
      })

      const open = Effect.fn("Checkout.open")(function* (
        lines: ReadonlyArray<Wanted>,
        { changes = {}, keepShortages = false }: { readonly changes?: Changes; readonly keepShortages?: boolean } = {}
      ) {
        yield* stillThere(accounts)
        const { channel, viewer } = yield* Caller
        const blank: Draft = {
          lines,
          before: [],
          deliveries: {},
          requested: {},
          pickupNotes: null,
          codes: [],
          ...(yield* known(viewer))
        }
        const contents = yield* quotes.price(yield* draftOf(blank, changes), viewer)
        const [short] = keepShortages ? [] : contents.shortages
        if (short !== undefined) return yield* outOfStock(contents, short.lineId, short.available)
        const at = yield* now
        const session: Session = {
          id: CheckoutId.make(yield* ids.next("chk")),
          owner: ownerOf(viewer),
          channel,
          state: shopping(contents),
          version: 1,
          expiresAt: until(at),
          createdAt: at,
          updatedAt: at
        }
        yield* orUnavailable(checkouts.insert(session))
        return session
      })

      const revise = Effect.fn("Checkout.revise")(function* (id: string, changes: Changes) {
        const session = yield* read(id)
        yield* stillOpen(session.state, session.expiresAt, yield* now)
        const contents = yield* revised(session.state.contents, changes)
        return yield* move(session, { _tag: "Revised", contents })
      })

      return Checkout.of({ open, read, byLink, revise, revised, move })
    })
  )
}

/** Only what is open and in time may be changed. */
export const stillOpen = (
  state: CheckoutState,
  expiresAt: Date,
  at: Date
): Effect.Effect<void, IllegalStep | SessionExpired> =>
  state._tag === "Expired" || (isShopping(state) && expiresAt <= at)
    ? Effect.fail(new SessionExpired())
    : isShopping(state)
      ? Effect.void
      : Effect.fail(new IllegalStep({ from: state._tag, event: "Revised" }))

export const outOfStock = ({ lines }: Contents, lineId: string, available: number): OutOfStock => {
  const { listingId, title, variant } = lines.find(({ id }) => id === lineId)!
  return new OutOfStock({ listingId, title, available, ...(variant !== "" && { variant }) })
}
