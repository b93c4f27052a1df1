import { Predicate } from "effect"

const causeCode = (error: object): unknown => {
  const { cause } = error as { readonly cause?: unknown }
  return Predicate.isObject(cause) ? ((cause as { readonly code?: unknown }).code ?? causeCode(cause)) : undefined
}

/** What went wrong, in a line an operator can act on; nothing for what is a bug of ours. */
export const plainly = (error: unknown): string | undefined => {
  if (!Predicate.isObject(error)) return undefined
  const { _tag, code, message, reason } = error as {
    readonly _tag?: string
    readonly code?: string
    readonly message?: string
    readonly reason?: { readonly _tag?: string }
  }
  if (_tag === "DataDirInUse" || _tag === "DemoInPublic") return message
  if (_tag === "SqlError" && (reason?._tag === "ConnectionError" || reason?._tag === "AuthenticationError")) {
    return `The database does not let us in: ${message}. Look at DATABASE_URL.`
  }
  if (_tag === "ServeError" && causeCode(error) === "EADDRINUSE") {
    return "Another program listens on this port. Stop it, or set PORT."
  }
  // A refusal of ours says itself what to do.
  return code !== undefined && "status" in error ? message : undefined
}
