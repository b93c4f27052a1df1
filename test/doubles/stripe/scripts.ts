/** What happens when a token is charged. */
export type Script =
  | { readonly does: "pays" | "asks" | "waits" | "pays silently" | "pays slowly" }
  | { readonly does: "is declined"; readonly code: string; readonly declineCode?: string }
  | { readonly does: "is refused"; readonly code?: string; readonly message: string }
  | { readonly does: "breaks"; readonly when: "before" | "after"; readonly how: "500" | "cut" }
  /** So many requests fail without being done, and then it pays. */
  | { readonly does: "pays later"; readonly after: number; readonly how: "429" | "503" | "cut" }

const ever = Number.POSITIVE_INFINITY

const scripts: Readonly<Record<string, Script>> = {
  declined: { does: "is declined", code: "card_declined", declineCode: "generic_decline" },
  insufficient: { does: "is declined", code: "card_declined", declineCode: "insufficient_funds" },
  expired_card: { does: "is declined", code: "expired_card", declineCode: "expired_card" },
  authentication: { does: "is declined", code: "authentication_required", declineCode: "authentication_required" },
  odd: { does: "is refused", message: "This payment cannot be." },
  "3ds": { does: "asks" },
  processing: { does: "waits" },
  timeout: { does: "pays silently" },
  slow: { does: "pays slowly" },
  down: { does: "pays later", after: ever, how: "429" },
  gone: { does: "pays later", after: ever, how: "cut" },
  limited_once: { does: "pays later", after: 1, how: "429" },
  away_once: { does: "pays later", after: 1, how: "503" },
  // The client repeats a closed connection once by itself.
  cut_before: { does: "pays later", after: 2, how: "cut" },
  cut_after: { does: "breaks", when: "after", how: "cut" },
  "500_before": { does: "breaks", when: "before", how: "500" },
  "500_after": { does: "breaks", when: "after", how: "500" }
}

/** By the name of a token: what nobody scripted pays. */
export const scriptOf = (token: string): Script => {
  const name = token.replace(/^(spt|vt)_test_/, "")
  return (Object.hasOwn(scripts, name) ? scripts[name] : undefined) ?? { does: "pays" }
}
