import { january } from "./2026-01-30/dialect.ts"
import { april } from "./2026-04-17/dialect.ts"
import type { Dialect } from "./Dialect.ts"
import { legacy } from "./legacy/dialect.ts"

export const dialects: ReadonlyArray<Dialect> = [april, january, legacy]

export const newest = april

/** The releases that are served, newest first; aliases are served without being listed. */
export const releases: ReadonlyArray<string> = dialects.map(({ versions }) => versions[0])

/** The dialect that a header asks for. */
export const dialectOf = (version: string | undefined): Dialect | undefined =>
  dialects.find(({ versions }) => versions.includes(version?.trim() ?? ""))
