import type { Row } from "../Row.ts"
import { accountRows } from "./accountRows.ts"
import { acpRows } from "./acpRows.ts"
import { bindingRows } from "./bindingRows.ts"
import { cartRows } from "./cartRows.ts"
import { reportRows } from "./reportRows.ts"
import { restRows } from "./restRows.ts"
import { sellerRestRows } from "./sellerRestRows.ts"
import { sellerToolRows } from "./sellerToolRows.ts"
import { sheetRows } from "./sheetRows.ts"
import { signInRows } from "./signInRows.ts"
import { toolAccess } from "./toolAccess.ts"
import { toolArguments } from "./toolArguments.ts"
import { transport } from "./transport.ts"

/** Every bad request, by the door it comes to. */
export const rows: Readonly<Record<string, ReadonlyArray<Row>>> = {
  "the MCP transport": transport,
  "an MCP tool": [...toolArguments, ...sheetRows, ...toolAccess, ...sellerToolRows, ...signInRows],
  ACP: [...acpRows, ...cartRows],
  "ACP over MCP": bindingRows,
  REST: [...restRows, ...sellerRestRows, ...accountRows],
  "a signed webhook": reportRows
}
