interface Content {
  readonly content?: ReadonlyArray<{ readonly type: string; readonly text?: string }>
}

export interface Failure {
  readonly code: string
  readonly message: string
  readonly details: Readonly<Record<string, unknown>>
}

/** The text of an answer: what the model would read. */
export const textOf = ({ content = [] }: Content): string =>
  content.flatMap(({ text, type }) => (type === "text" && text !== undefined ? [text] : [])).join("\n")

/** What a refusal says, which is the JSON of `{error: {code, message, details}}`. */
export const failureOf = (result: Content): Failure => {
  const text = textOf(result)
  try {
    const { code, details = {}, message } = JSON.parse(text).error
    if (typeof code === "string" && typeof message === "string") return { code, message, details }
  } catch {}
  return { code: "", message: text === "" ? "Something went wrong. Try again." : text, details: {} }
}

/** Whether somebody else could do it. */
export const asksForSignIn = ({ code }: Failure) => code === "UNAUTHORIZED" || code === "FORBIDDEN"
