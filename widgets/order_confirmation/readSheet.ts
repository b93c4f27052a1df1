import type { SheetSession } from "../../schemas/acp/SheetSession.ts"
import type { Ending, Stage } from "./Ending.ts"

type Sheet = typeof SheetSession.Encoded

const stages: Record<Sheet["status"], Stage> = {
  not_ready_for_payment: "open",
  ready_for_payment: "open",
  in_progress: "processing",
  completed: "paid",
  canceled: "over"
}

const isSheet = (value: unknown): value is Sheet => {
  const sheet = value as Sheet | null | undefined
  return typeof sheet?.id === "string" && Array.isArray(sheet.totals) && sheet.status in stages
}

const stageOf = ({ messages = [], status }: Sheet): Stage => {
  const says = (code: string) => messages.some((message) => message.type === "error" && message.code === code)
  if (stages[status] === "paid" || stages[status] === "over") return stages[status]
  if (says("payment_declined")) return "failed"
  return says("requires_3ds") ? "asks" : stages[status]
}

/** What a payment sheet was answered. Its amounts are cents, and its order is one for all shops. */
export const readSheet = (content: unknown): Ending | undefined => {
  if (!isSheet(content)) return undefined
  const { continue_url, currency, id, messages = [], order, totals } = content
  const cents = totals.find(({ type }) => type === "total")?.amount
  const total = cents === undefined ? undefined : cents / 100
  return {
    id,
    stage: stageOf(content),
    orders:
      order === undefined
        ? []
        : [{ key: order.id, id: order.id, page: order.permalink_url, ...(total !== undefined && { total }) }],
    total,
    currency,
    missing: messages.filter(({ type }) => type === "error").map(({ content }) => content),
    continueUrl: continue_url ?? ""
  }
}
