import { Schema } from "effect"
import { expect } from "vitest"
import { JanuarySession } from "../../schemas/acp/2026-01-30/JanuarySession.ts"
import { AcpError } from "../../schemas/acp/AcpError.ts"
import { AcpCart } from "../../schemas/acp/Cart.ts"
import { CheckoutSession } from "../../schemas/acp/CheckoutSession.ts"
import { Discovery } from "../../schemas/acp/Discovery.ts"
import { LegacyAcpError } from "../../schemas/acp/legacy/LegacyAcpError.ts"
import { LegacySession } from "../../schemas/acp/legacy/LegacySession.ts"
import type { Answer } from "./agent.ts"
import { cartFaults, faults, type Release, sessionFaults } from "./bundle.ts"
import { expectCartSums, expectLegacySums, expectSums } from "./sums.ts"

const strict = { onExcessProperty: "error" } as const

/** Our own words for what each release tells, to the letter. */
const ours = {
  "2026-04-17": {
    session: Schema.decodeUnknownSync(CheckoutSession, strict),
    error: Schema.decodeUnknownSync(AcpError, strict)
  },
  "2026-01-30": {
    session: Schema.decodeUnknownSync(JanuarySession, strict),
    error: Schema.decodeUnknownSync(AcpError, strict)
  },
  "2025-09-29": {
    session: Schema.decodeUnknownSync(LegacySession, strict),
    error: Schema.decodeUnknownSync(LegacyAcpError, strict)
  }
}
const isCart = Schema.decodeUnknownSync(AcpCart, strict)
const isDiscovery = Schema.decodeUnknownSync(Discovery, strict)

/** Whom a version is answered like: what is not served, like the newest release. */
export const releaseOf = (version: string | undefined): Release =>
  version === "2026-01-30"
    ? version
    : version === "2025-09-29" || version === "2025-09-12"
      ? "2025-09-29"
      : "2026-04-17"

/** A session against the official bundle of its release, against our own words, and added up. */
export const expectSession = (session: unknown, release: Release) => {
  expect(sessionFaults(session, release)).toEqual([])
  ours[release].session(session)
  if (release === "2025-09-29") expectLegacySums(session)
  else expectSums(session)
}

/** A cart against the official bundle, against our own words, and added up. */
export const expectCart = (cart: unknown) => {
  expect(cartFaults("Cart", cart)).toEqual([])
  isCart(cart)
  expectCartSums(cart)
}

/** Every answer, by endpoint, status and release. Of carts there is one release. */
export const expectValid = (path: string, { body, status }: Answer, asked: Release) => {
  const release = path.startsWith("/carts") ? "2026-04-17" : asked
  if (status >= 400) {
    expect(faults("Error", body, release)).toEqual([])
    ours[release].error(body)
  } else if (path.startsWith("/.well-known/")) {
    expect(faults("DiscoveryResponse", body)).toEqual([])
    isDiscovery(body)
  } else if (path.startsWith("/carts")) {
    expectCart(body)
  } else {
    expectSession(body, release)
  }
}

/** An answer without a status, as MCP has it. */
export const validatedAs = (body: unknown, failed: boolean, release: Release): void =>
  expectValid("/mcp/acp", { status: failed ? 400 : 200, headers: new Headers(), body }, release)
