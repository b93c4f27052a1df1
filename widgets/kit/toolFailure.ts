import type { ToolResult } from "./hostWords.ts"

const FALLBACK = "Something went wrong. Please try again."

/** The sentence for a person in a failed tool result, whose text is the JSON of `{error: {code, message}}`. */
export const toolFailure = (result: ToolResult): string => {
  const text = result.content?.find((block) => block.type === "text")?.text
  try {
    const message = JSON.parse(text ?? "")?.error?.message
    return typeof message === "string" && message !== "" ? message : FALLBACK
  } catch {
    return FALLBACK
  }
}
