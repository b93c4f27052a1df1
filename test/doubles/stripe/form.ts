/** A form with bracket keys, such as `metadata[attempt_id]=att_1`, as nested values. */
export interface Form {
  readonly [key: string]: string | Form | undefined
}

export const parseForm = (text: string): Form => {
  const form: Record<string, unknown> = {}
  for (const [key, value] of new URLSearchParams(text)) {
    const path = key.split(/[[\]]+/).filter((part) => part !== "")
    let at = form
    for (const part of path.slice(0, -1)) at = (at[part] ??= {}) as Record<string, unknown>
    at[path.at(-1)!] = value
  }
  return form as Form
}

/** The text at a path, when there is one. */
export const text = (form: Form, ...path: ReadonlyArray<string>): string | undefined => {
  let at: string | Form | undefined = form
  for (const part of path) at = typeof at === "object" ? at[part] : undefined
  return typeof at === "string" ? at : undefined
}

export const below = (form: Form, key: string): Form => {
  const found = form[key]
  return typeof found === "object" ? found : {}
}
