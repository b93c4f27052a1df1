import { createHmac, timingSafeEqual } from "node:crypto"
import { Effect } from "effect"
import type { HttpServerRequest } from "effect/http"
import { type Html, html } from "../pages/html.ts"
import { Forged } from "./Forged.ts"

/** What a form is bound to: this browser, and whoever is signed in there. */
export interface Bound {
  readonly secret: string
  /** Of the browser, in a cookie. */
  readonly formKey: string
  /** Of the signed-in session. */
  readonly handle: string | undefined
}

const proofOf = ({ formKey, handle = "", secret }: Bound) =>
  createHmac("sha256", secret).update(`${formKey} ${handle}`).digest("base64url")

/** The hidden field that every form of ours carries. */
export const csrfField = (bound: Bound): Html => html`<input type="hidden" name="csrf" value="${proofOf(bound)}">`

const foreign = new Set(["cross-site", "same-site"])

/** That a form was sent from a page of ours, by the browser that was given it. */
export const checkCsrf = (
  { headers }: HttpServerRequest.HttpServerRequest,
  origin: string,
  given: string | null,
  bound: Bound | undefined
): Effect.Effect<void, Forged> => {
  const strange = foreign.has(headers["sec-fetch-site"] ?? "") || (headers.origin ?? origin) !== origin
  if (strange || given === null || bound === undefined) return Effect.fail(new Forged())
  const [proof, said] = [Buffer.from(proofOf(bound)), Buffer.from(given)]
  return proof.length === said.length && timingSafeEqual(proof, said) ? Effect.void : Effect.fail(new Forged())
}
