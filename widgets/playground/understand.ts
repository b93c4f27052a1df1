import type { Context } from "./learn.ts"
import type { Json } from "./Turn.ts"

const MOST_WORDS = 500

export interface Intent {
  readonly reply?: string
  readonly tool?: string
  readonly arguments?: Json
}

/** Asks the server what is to be done about a sentence. */
export const understand = async (text: string, context: Context): Promise<Intent> => {
  const answer = await fetch("/playground/say", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ text: text.slice(0, MOST_WORDS), context })
  })
  const body = await answer.json()
  if (!answer.ok) throw new Error(body?.error?.message ?? "The server did not understand. Try again.")
  return body
}
