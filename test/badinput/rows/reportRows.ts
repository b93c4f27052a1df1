import { type Ask, header, leavesOut, raw, resigned, says, saysAll } from "../ask.ts"
import { invalid, notFound, type Row, rowsOf } from "../Row.ts"
import { goodReports } from "./goodReports.ts"
import { deep } from "./transport.ts"
import { broken, control, endless, manyKeys, nul, wrongFor } from "./values.ts"

const tooLarge = [413, "VALIDATION_ERROR"] as const
const wrongType = [415, "VALIDATION_ERROR"] as const

type Fault = (ask: Ask) => Ask

/** A fault that its sender has signed. */
const signed = (fault: Fault) => (ask: Ask) => resigned(fault(ask))
const signedRows = (
  faults: ReadonlyArray<readonly [says: string, fault: Fault]>
): ReadonlyArray<readonly [string, Fault, typeof invalid]> =>
  faults.map(([says, fault]) => [says, signed(fault), invalid])

const bodies: ReadonlyArray<readonly [string, Fault]> = [
  ["nothing", raw("")],
  ["a brace", raw("{")],
  ["JSON that ends too early", raw((sent) => sent.slice(0, -1))],
  ["two of them one after the other", raw((sent) => sent + sent)],
  ["null", raw("null")],
  ["a list", raw((sent) => `[${sent}]`)],
  ["a text", raw(`"shipped"`)],
  ["what nests too deeply", raw(deep)],
  ["far too many values", saysAll(manyKeys)],
  ["a batch of nothing", saysAll({ events: [] })],
  ["a batch that is no list", saysAll({ events: "all" })],
  ["a batch of nulls", saysAll({ events: [null] })],
  ["a batch of 501", saysAll({ events: Array.from({ length: 501 }, () => ({})) })]
]

const texts = (path: string): ReadonlyArray<readonly [string, Fault]> => [
  ...Object.entries(wrongFor.text).map(([what, value]) => [`${path} is ${what}`, says(path, value)] as const),
  [`${path} is endless`, says(path, endless)],
  [`${path} is empty`, says(path, "  ")],
  [`${path} has a NUL`, says(path, nul)],
  [`${path} rings a bell`, says(path, control)],
  [`${path} has half a character`, says(path, broken)]
]

/** Of the signature: nothing of what follows was signed by somebody who knows the secret. */
const forgeries: ReadonlyArray<readonly [string, Fault, typeof invalid]> = [
  ["without a signature", header("craftlocal-signature", undefined), invalid],
  ["an empty signature", header("craftlocal-signature", ""), invalid],
  ["the signature of another body", says("id", "another"), invalid],
  ["the signature of another secret", (ask) => resigned(ask, { secret: "somebody else's" }), invalid],
  ["a signature of six minutes ago", (ask) => resigned(ask, { ago: 360 }), invalid],
  ["a signature of the day after tomorrow", (ask) => resigned(ask, { ago: -172_800 }), invalid]
]

export const reportRows: ReadonlyArray<Row> = [
  ...rowsOf(
    "an order's report",
    goodReports.order,
    ...forgeries,
    ...signedRows(bodies),
    ...signedRows([...texts("id"), ...texts("order"), ...texts("type"), ...texts("occurred_at")]),
    ...signedRows([...texts("carrier"), ...texts("tracking_number"), ...texts("location"), ...texts("note")]),
    ...signedRows([
      ["no id", leavesOut("id")],
      ["no type", leavesOut("type")],
      ["no order", leavesOut("order")],
      ["no moment", leavesOut("occurred_at")],
      ["a type that is none", says("type", "refunded")],
      ["a day that does not exist", says("occurred_at", "2026-02-30T00:00:00Z")],
      ["a moment without an offset", says("occurred_at", "2026-11-20T09:00:00")],
      ["a moment of tomorrow", says("occurred_at", "2026-11-22T09:00:00Z")],
      ["a moment before the order", says("occurred_at", "1999-01-01T00:00:00Z")],
      ["a link that is a script", says("tracking_url", "javascript:alert(1)")],
      ["a link without encryption", says("tracking_url", "http://track.example.com")],
      ["a link with a password", says("tracking_url", "https://ann:secret@track.example.com")],
      ["an endless link", says("tracking_url", `https://track.example.com/${"x".repeat(2000)}`)]
    ]),
    ["of an order that is not there", signed(says("order", "ord_nowhere")), notFound],
    ["of another thing", signed(says("order", "lst_1")), notFound],
    ["of an attack", signed(says("order", "' OR 1=1 --")), notFound],
    ["more than a mebibyte", signed(says("note", "x".repeat(2 ** 20))), tooLarge],
    ["as a form", header("content-type", "application/x-www-form-urlencoded"), wrongType]
  ),
  ...rowsOf(
    "a report of stock",
    goodReports.stock,
    ...forgeries,
    ...signedRows(bodies),
    ...signedRows([...texts("id"), ...texts("listing"), ...texts("variant"), ...texts("occurred_at")]),
    ...signedRows([
      ...Object.entries(wrongFor.number).map(([what, value]) => [`stock is ${what}`, says("stock", value)] as const),
      ["no id", leavesOut("id")],
      ["no listing", leavesOut("listing")],
      ["no moment", leavesOut("occurred_at")],
      ["neither stock nor delta", leavesOut("stock")],
      ["both stock and delta", says("delta", 1)],
      ["less than nothing", says("stock", -1)],
      ["half a piece", says("stock", 0.5)],
      ["more than a shelf holds", says("stock", 1_000_001)],
      ["a moment of tomorrow", says("occurred_at", "2026-11-22T09:00:00Z")],
      ["a variant of what has none", says("variant", "Large")]
    ]),
    ["of a listing that is not there", signed(says("listing", "lst_nowhere")), notFound],
    ["of an attack", signed(says("listing", "' OR 1=1 --")), notFound],
    ["as a text", header("content-type", "text/plain"), wrongType]
  ),
  ...rowsOf(
    "a report of a variant's stock",
    goodReports.variant,
    ...signedRows([
      ["no variant", leavesOut("variant")],
      ["a variant that is none", says("variant", "Huge")],
      ["more than a shelf holds", says("delta", 1_000_000)],
      ["less than there can be", says("delta", -1_000_001)]
    ])
  ),
  ...rowsOf(
    "several reports of stock",
    goodReports.several,
    ...signedRows([
      ["one without an id", leavesOut("events.1.id")],
      ["one of half a piece", says("events.1.delta", 0.5)],
      ["one that is null", says("events.1", null)]
    ])
  )
]
