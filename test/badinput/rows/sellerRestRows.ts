import { as, bearer, goesTo, leavesOut, says, saysAll } from "../ask.ts"
import { conflict, invalid, notFound, type Row, rowsOf, unauthorized } from "../Row.ts"
import { goodRest } from "./goodRest.ts"
import { endless, nul, strangeIds } from "./values.ts"

const forbidden = [403, "FORBIDDEN"] as const
const api = "/api/v1"
const listings = `${api}/sellers/listings`

const anybody = (what: string, good: Row["good"]) =>
  rowsOf(
    what,
    good,
    ["a guest", bearer(undefined), unauthorized],
    ["a token without the scope", (ask, m) => as(m.poor, ask), forbidden]
  )

const idsInPath = (what: string, good: Row["good"], path: (id: string) => string) =>
  Object.entries(strangeIds)
    .filter(([, id]) => id !== "")
    .flatMap(([name, id]) =>
      rowsOf(what, good, [name, goesTo(`${api}${path(encodeURIComponent(id.toWellFormed()))}`), notFound])
    )

const query = (path: string, ...all: ReadonlyArray<string>) =>
  all.map((said) => [said, goesTo(`${api}${path}?${said}`), invalid] as const)

/** What a maker's or an operator's program may get wrong. */
export const sellerRestRows: ReadonlyArray<Row> = [
  ...Object.entries(goodRest)
    .filter(([name]) => /Listing|myListings|dashboard|orderStatus|review|audit/.test(name))
    .flatMap(([name, good]) => anybody(name, good)),
  ...idsInPath("a listing of mine", goodRest.myListing, (id) => `/sellers/listings/${id}`),
  ...idsInPath("update", goodRest.patchListing, (id) => `/sellers/listings/${id}`),
  ...idsInPath("put", goodRest.putListing, (id) => `/sellers/listings/${id}`),
  ...idsInPath("delete", goodRest.deleteListing, (id) => `/sellers/listings/${id}`),
  ...idsInPath("an order's status", goodRest.orderStatus, (id) => `/sellers/orders/${id}/status`),
  ...idsInPath("a review", goodRest.review, (id) => `/admin/listings/${id}/review`),
  ...rowsOf("my listings", goodRest.myListings, ...query("/sellers/listings", "limit=0", "offset=-1", "status=lost")),
  ...rowsOf(
    "the dashboard",
    goodRest.dashboard,
    ...query("/sellers/dashboard", "time_period=2d", "time_period=__proto__")
  ),
  ...rowsOf("what waits", goodRest.reviews, ...query("/admin/listings", "status=lost", "limit=51", "offset=1e12")),
  ...rowsOf(
    "the audit",
    goodRest.audit,
    ...query(
      "/admin/audit",
      "limit=0",
      "limit=201",
      "limit=many",
      "from=yesterday",
      "to=2026-02-30T00:00:00Z",
      "action=%00",
      `actor=${"a".repeat(201)}`,
      "cursor=nowhere",
      "cursor=%00"
    )
  ),
  ...rowsOf(
    "create",
    goodRest.createListing,
    ["nothing said", saysAll({}), invalid],
    ["no category", leavesOut("category_id"), invalid],
    ["a title with a NUL", says("title", nul), invalid],
    ["for less than nothing", says("price", -1), invalid],
    ["a picture by http", says("images", ["http://a.example/1.jpg"]), invalid],
    ["a shop of others", (ask, m) => says("shop_id", m.variedShop)(as(m.other, ask)), notFound]
  ),
  ...rowsOf(
    "update",
    goodRest.patchListing,
    ["nothing to change", saysAll({}), invalid],
    ["less than no stock", says("stock", -1), invalid],
    ["a status of reviewers", says("status", "pending_review"), invalid],
    ["what others made", (ask, m) => goesTo(`${listings}/${m.elsewhere}`)(ask), notFound],
    ["by another shop", (ask, m) => as(m.other, ask), notFound]
  ),
  ...rowsOf("put", goodRest.putListing, ["by another shop", (ask, m) => as(m.other, ask), notFound]),
  ...rowsOf(
    "delete",
    goodRest.deleteListing,
    ["by another shop", (ask, m) => as(m.other, ask), notFound],
    ["a reason without end", says("reason", endless), invalid]
  ),
  ...rowsOf("a listing of mine", goodRest.myListing, ["another shop's", (ask, m) => as(m.other, ask), notFound]),
  ...rowsOf(
    "an order's status",
    goodRest.orderStatus,
    ["no carrier", leavesOut("carrier"), invalid],
    ["no status", leavesOut("status"), invalid],
    ["by another shop", (ask, m) => as(m.other, ask), notFound],
    [
      "of an order that was canceled",
      async (ask, m) => {
        const id = await m.sold("standard")
        await m.world.sql((sql) => sql`UPDATE orders SET status = 'cancelled' WHERE id = ${id}`)
        return goesTo(`${api}/sellers/orders/${id}/status`)(ask)
      },
      conflict
    ]
  ),
  ...rowsOf(
    "a review",
    goodRest.review,
    ["no decision", saysAll({}), invalid],
    ["a decision that is none", says("decision", "perhaps"), invalid],
    ["a reason with a NUL", says("reason", nul), invalid],
    ["a moment that is none", says("updated_at", "2026-02-30T00:00:00Z"), invalid],
    ["as it never was", says("updated_at", "2026-02-28T00:00:00Z"), conflict],
    [
      "of what waits for none",
      async (ask, m) => goesTo(`${api}/admin/listings/${await m.made()}/review`)(ask),
      conflict
    ]
  )
]
