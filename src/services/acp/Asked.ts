import type { Dialect } from "./dialects/Dialect.ts"

/** A request that changes something, whichever transport brought it. */
export interface Asked {
  readonly dialect: Dialect
  /** The same key over another transport is the same request. */
  readonly key: string | undefined
  readonly body: unknown
}
