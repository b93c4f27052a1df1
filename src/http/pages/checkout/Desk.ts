import type { Linked } from "../../../domain/linkedView.ts"
import type { CardPage, Payments } from "../../../ports/Payments.ts"
import type { Issues } from "../../account/fields.ts"
import type { Html } from "../html.ts"

/** The forms of a checkout. Each is sent to the page's address with its own name behind it. */
export const steps = [
  "lines",
  "details",
  "delivery",
  "codes",
  "uncode",
  "pay",
  "bank",
  "leave",
  "renew",
  "again"
] as const
export type Step = (typeof steps)[number]

/** What the page of a checkout is drawn from. */
export interface Desk {
  readonly session: Linked
  readonly csrf: Html
  readonly publicUrl: string
  readonly provider: Payments["Service"]["provider"]
  /** The provider's own page for cards, where it has one. */
  readonly cardPage?: Pick<CardPage, "origin"> | undefined
  /** What was sent and refused: told at its form, with what was typed. */
  readonly sent?: {
    readonly step: Step
    readonly issues: Issues
    readonly said: (name: string) => string
    readonly status: number
  }
}

export const issuesAt = ({ sent }: Desk, step: Step): Issues => (sent?.step === step ? sent.issues : [])

/** What stands in a field: what was typed there before, or else what is known. */
export const valueAt = ({ sent }: Desk, step: Step, name: string, known = ""): string =>
  sent?.step === step ? sent.said(name) : known

export const pathOf = (id: string, step?: Step): string =>
  `/checkout/${encodeURIComponent(id)}${step === undefined ? "" : `/${step}`}`
