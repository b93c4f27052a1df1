import { useState } from "react"
import { openaiGlobals } from "../kit/openaiGlobals.ts"
import type { Json } from "../kit/wire.ts"
import { sheet as read, type Sheet } from "./Sheet.ts"

export interface Paying {
  readonly sheet: Sheet
  readonly busy: boolean
  readonly failure: string | undefined
  /** Opens the host's sheet; absent where there is none, or nothing that can be paid. */
  readonly pay: (() => void) | undefined
}

/** What a host says of a payment that did not come about. */
const reasonOf = (error: unknown, otherwise: string) =>
  error instanceof Error && error.message !== "" ? error.message : otherwise

/** The host may answer the session itself, or the tool result that it came in. */
const paidOf = (answer: unknown): Sheet | undefined =>
  read(answer) ?? read((answer as { structuredContent?: unknown } | null | undefined)?.structuredContent)

/** Paying in the host's own sheet, which calls `complete_checkout` itself. */
export const usePaying = (first: Sheet, notPaid: string): Paying => {
  const [sheet, become] = useState(first)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<string>()
  const { requestCheckout } = openaiGlobals()

  const pay = async () => {
    setBusy(true)
    setFailure(undefined)
    try {
      const { continue_url: _, ...session } = sheet
      const answer = paidOf(await requestCheckout!(session as Json))
      if (answer !== undefined) become({ ...sheet, ...answer })
    } catch (error) {
      setFailure(reasonOf(error, notPaid))
    } finally {
      setBusy(false)
    }
  }

  const payable = requestCheckout !== undefined && sheet.status === "ready_for_payment"
  return { sheet, busy, failure, pay: payable ? () => void pay() : undefined }
}
