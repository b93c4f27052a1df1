import { lookup } from "node:dns/promises"
import { isIP } from "node:net"
import { OutsideRefused } from "../../ports/Outside.ts"
import { isLoopback, isPublic } from "./isPublic.ts"

export interface Address {
  readonly address: string
  readonly family: number
}

export interface GuardOptions {
  /** Programs on this machine may be asked too, on any port and over http: for demos and tests. */
  readonly allowLoopback?: boolean
  /** Whatever the network holds may be asked over https: for addresses that an operator has named. */
  readonly allowPrivate?: boolean
  readonly anyPort?: boolean
  /** How names become addresses; as the machine does it when not given. */
  readonly resolve?: (name: string) => Promise<ReadonlyArray<Address>>
}

/** An address of the web, and the one address of the network that was checked for it. */
export interface Destination {
  readonly url: URL
  readonly at: Address
}

const asTheMachine = (name: string) => lookup(name, { all: true, verbatim: true })

const refuse = (why: string): never => {
  throw new OutsideRefused({ why })
}

/**
 * Where a request may go, or a refusal. A name is resolved here, once: whoever connects must use the address that was
 * checked, since the next answer for the same name may be another. One bad address among several spoils them all.
 */
export const destination = async (
  given: string | URL,
  { allowLoopback = false, allowPrivate = false, anyPort = false, resolve = asTheMachine }: GuardOptions
): Promise<Destination> => {
  const url = URL.parse(String(given)) ?? refuse("This is not an address.")
  if (url.protocol !== "https:" && !(allowLoopback && url.protocol === "http:")) refuse("The address is not https.")
  if (url.username !== "" || url.password !== "") refuse("The address holds a name or a password.")
  const name = url.hostname.replace(/^\[|\]$/g, "")
  const family = isIP(name)
  const addresses = family === 0 ? await resolve(name) : [{ address: name, family }]
  const [at] = addresses
  if (at === undefined) return refuse("The name has no address.")
  if (allowLoopback && addresses.every(({ address }) => isLoopback(address))) return { url, at }
  if (!allowPrivate && !addresses.every(({ address }) => isPublic(address)))
    refuse("The address is not on the public internet.")
  if (url.protocol !== "https:") refuse("The address is not https.")
  if (!anyPort && url.port !== "") refuse("The address names a port of its own.")
  return { url, at }
}
