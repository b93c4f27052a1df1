import type { Refused } from "./Refused.ts"

/** What is wrong with one field of what was sent. */
export interface Issue {
  /** With the field's name on the wire, such as `updates.price`. */
  readonly path: string
  readonly message: string
}

/** The fields that a refusal points at; none when it is about the whole. */
export const issuesOf = (refused: Refused | undefined): ReadonlyArray<Issue> => {
  const { issues } = (refused?.details ?? {}) as { readonly issues?: unknown }
  if (!Array.isArray(issues)) return []
  return issues.flatMap((issue: Partial<Issue> | null) =>
    typeof issue?.path === "string" && typeof issue.message === "string"
      ? [{ path: issue.path, message: issue.message }]
      : []
  )
}
