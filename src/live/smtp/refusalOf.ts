import { Predicate } from "effect"
import { Undeliverable } from "../../ports/Undeliverable.ts"

const address = /[^\s<>()"',;:]+@[^\s<>()"',;:]+/g

/** Of what the server said, what may be kept: one line, and nobody's address. */
const said = (response: unknown) =>
  typeof response === "string" ? response.replaceAll(address, "(address)").replaceAll(/\s+/g, " ").slice(0, 200) : ""

/**
 * That this letter, or whom it is for, is refused for good: 5xx to the recipient or to the letter itself, and an address
 * that is none. What a server says about us, our password or our own address may be mended, and is no reason to give up.
 */
export const refusalOf = (error: unknown): Undeliverable | undefined => {
  if (!Predicate.isObject(error)) return undefined
  const { code, command, response, responseCode } = error as Readonly<Record<string, unknown>>
  if (code === "EENVELOPE" && command === "API") return new Undeliverable({ why: "The address is not one." })
  const permanent = typeof responseCode === "number" && responseCode >= 500 && responseCode < 600
  const aboutUs = responseCode === 530 || responseCode === 535
  if (!permanent || aboutUs || (command !== "RCPT TO" && command !== "DATA")) return undefined
  return new Undeliverable({ why: `The mail server refuses it: ${said(response)}` })
}
