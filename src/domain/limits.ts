import type { Viewer } from "../../schemas/access.ts"
import { ownerOf } from "./access.ts"

/** How often something may be asked for in a minute, and who is counted. */
export interface Limit {
  /** As it is named in the headers of an answer. */
  readonly name: string
  /** A hundredth of what the settings say, where that is more. Undefined is what they say, times `times`. */
  readonly perMinute?: number
  readonly times?: number
  /** Whatever the settings say. */
  readonly fixed?: boolean
  readonly counts: string
  readonly of: string
}

const limit = <const L extends Limit>(given: L) => given

/** Every limit there is. Each counts for itself: a request may take from several. */
export const limits = {
  caller: limit({ name: "caller", counts: "account, service account or agent key", of: "all requests" }),
  address: limit({
    name: "address",
    counts: "address",
    of: "requests of guests, those whose token or key is refused, feeds, and webhooks in"
  }),
  client: limit({
    name: "client",
    times: 100,
    counts: "program that accounts let in",
    of: "requests for all its accounts"
  }),
  codes: limit({
    name: "codes",
    perMinute: 20,
    counts: "account or address; ten times as many for an agent key",
    of: "requests that bring a discount code, by any door"
  }),
  images: limit({
    name: "images",
    perMinute: 30,
    counts: "account",
    of: "pictures: uploads, and those fetched for listings"
  }),
  signIn: limit({
    name: "sign-in",
    perMinute: 20,
    fixed: true,
    counts: "address",
    of: "passwords given, to sign in or to confirm"
  }),
  guesses: limit({
    name: "guesses",
    perMinute: 10,
    fixed: true,
    counts: "account and address",
    of: "passwords given for one account from one address"
  }),
  allGuesses: limit({
    name: "all-guesses",
    perMinute: 100,
    fixed: true,
    counts: "account",
    of: "passwords given for one account, from wherever"
  }),
  orderGuesses: limit({
    name: "order-guesses",
    perMinute: 10,
    fixed: true,
    counts: "order and address",
    of: "e-mail addresses given to cancel one guest's order on its page from one address"
  }),
  allOrderGuesses: limit({
    name: "all-order-guesses",
    perMinute: 100,
    fixed: true,
    counts: "order",
    of: "e-mail addresses given to cancel one guest's order on its page, from wherever"
  }),
  register: limit({ name: "register", perMinute: 5, fixed: true, counts: "address", of: "accounts opened" }),
  forgot: limit({
    name: "forgot",
    perMinute: 5,
    fixed: true,
    counts: "address",
    of: "letters asked for, to choose a new password"
  }),
  links: limit({ name: "links", perMinute: 20, fixed: true, counts: "address", of: "links of letters that are used" }),
  exports: limit({
    name: "exports",
    perMinute: 5,
    fixed: true,
    counts: "account",
    of: "downloads of all that is kept"
  }),
  authorizations: limit({ name: "authorizations", perMinute: 30, counts: "address", of: "authorizations begun" }),
  clients: limit({ name: "clients", perMinute: 10, counts: "address", of: "registrations of clients" }),
  tokens: limit({ name: "tokens", perMinute: 300, counts: "address", of: "requests for tokens" })
}

/** How many of it a minute allows, by the settings. */
export const allowed = ({ fixed = false, perMinute, times = 1 }: Limit, setting: number): number =>
  perMinute === undefined ? setting * times : fixed ? perMinute : Math.max(perMinute, Math.floor(setting / 100))

/** Under which name a caller is counted: guests by where they come from. */
export const countedAs = (viewer: Viewer, from: string): string => (viewer._tag === "Guest" ? from : ownerOf(viewer))

/** Whoever has one address of IPv6 has all that begin like it, so they count as one. */
export const networkOf = (address: string): string =>
  address.includes(":") && !address.includes(".") ? `${groupsOf(address).slice(0, 4).join(":")}::/64` : address

/** The eight groups of an IPv6 address, with those that `::` leaves out. */
const groupsOf = (address: string): ReadonlyArray<string> => {
  const [head = "", tail] = address.replace(/%.*$/, "").toLowerCase().split("::")
  const [first, last] = [head, tail ?? ""].map((part) => (part === "" ? [] : part.split(":")))
  return tail === undefined ? first! : [...first!, ...Array(8 - first!.length - last!.length).fill("0"), ...last!]
}
