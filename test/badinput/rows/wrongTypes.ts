import { says } from "../ask.ts"
import { type Row, rowsOf } from "../Row.ts"
import { type Kind, wrongFor } from "./values.ts"

/** Each field of a request, said with each kind of value that it is not. */
export const wrongTypes = (
  what: string,
  good: Row["good"],
  refusal: readonly [number, string],
  fields: Readonly<Record<string, Kind>>,
  nullIsFine = false
): ReadonlyArray<Row> =>
  Object.entries(fields).flatMap(([path, kind]) =>
    Object.entries(wrongFor[kind])
      .filter(([, value]) => value !== null || !nullIsFine)
      .flatMap(([name, value]) => rowsOf(what, good, [`${name} for ${path}`, says(path, value), refusal]))
  )
