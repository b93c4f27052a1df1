import { Schema } from "effect"
import { noHtml } from "./noHtml.ts"

/** What the shop is told beside the order. */
export const OrderNotes = Schema.String.check(Schema.isMaxLength(5000), noHtml)
