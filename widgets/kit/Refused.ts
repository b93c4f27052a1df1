import type { ToolResult } from "./hostWords.ts"
import type { Json } from "./wire.ts"

/** A tool said no. The message is for a person; the code (`OUT_OF_STOCK`, ...) is for us. */
export class Refused extends Error {
  readonly code: string
  readonly details: Json

  constructor(message: string, code = "", details: Json = {}) {
    super(message)
    this.code = code
    this.details = details
  }
}

interface Told {
  readonly code?: unknown
  readonly message?: unknown
  readonly details?: unknown
}

const parsed = (text: string): Told | undefined => {
  try {
    return JSON.parse(text)?.error
  } catch {
    return undefined
  }
}

/** What a failed result says, whose text is the JSON of `{error: {code, message, details}}`; `otherwise` where it says nothing. */
export const refusalOf = (result: ToolResult, otherwise: string): Refused => {
  const { code, details, message } = parsed(result.content?.find(({ type }) => type === "text")?.text ?? "") ?? {}
  return typeof message === "string" && message !== ""
    ? new Refused(message, String(code ?? ""), (details ?? {}) as Json)
    : new Refused(otherwise)
}
