import type { Row } from "../Row.ts"
import { toolArguments } from "./toolArguments.ts"

/** Every bad request, by the door it comes to. */
export const rows: Readonly<Record<string, ReadonlyArray<Row>>> = {
  mcp: [...toolArguments]
}
