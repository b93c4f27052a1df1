import type { Method } from "../../schemas/checkout.ts"

/** Cents as people read them. */
export const money = (cents: number): string => `${cents < 0 ? "−" : ""}$${(Math.abs(cents) / 100).toFixed(2)}`

export const deliveryNames: Record<Method, string> = {
  standard: "Standard shipping",
  expedited: "Expedited shipping",
  pickup: "Pickup"
}

/** `2026-03-02` as people read it. */
export const day = (date: string): string =>
  new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" }).format(new Date(date))

/** What others wrote, on one line and without control characters: for subjects, lists and headers. */
export const oneLine = (text: string): string => text.replaceAll(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim()
