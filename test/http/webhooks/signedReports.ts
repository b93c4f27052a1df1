import { sign } from "../../../src/services/webhookSignature.ts"
import { dawn, type World, webhookSecret } from "../../world.ts"

/** What a sender may do wrong. Everything right unless told otherwise. */
export interface Sending {
  readonly secret?: string
  /** How many seconds ago it was signed, by the clock of the world. */
  readonly ago?: number
  /** Instead of the signature; undefined leaves the header out. */
  readonly header?: string | undefined
  /** What is sent instead of what was signed. */
  readonly tampered?: string
  readonly type?: string
}

/** A sender of signed reports, with the same clock as the world. */
export const sender = (world: () => World) => {
  let now = dawn.getTime()
  const send = async (path: string, body: unknown, sending: Sending = {}) => {
    const text = typeof body === "string" ? body : JSON.stringify(body)
    const seconds = Math.floor(now / 1000) - (sending.ago ?? 0)
    const signature = "header" in sending ? sending.header : sign(text, sending.secret ?? webhookSecret, seconds)
    const answer = await world().fetch(path, {
      method: "POST",
      headers: {
        "content-type": sending.type ?? "application/json",
        ...(signature !== undefined && { "craftlocal-signature": signature })
      },
      body: sending.tampered ?? text
    })
    return { status: answer.status, body: (await answer.json()) as any }
  }
  return {
    send,
    passes: (seconds: number) => {
      now += seconds * 1000
      world().passes(`${seconds} seconds`)
    },
    /** So many seconds before now, or after. */
    at: (seconds = 0) => new Date(now + seconds * 1000).toISOString()
  }
}

let reports = 0
export const newId = () => `report_${++reports}`
