import { as, bearer, leavesOut, says, saysAll, verbatim } from "../ask.ts"
import { conflict, notFound, type Row, rowsOf, told } from "../Row.ts"
import { goodTools, tinyPicture } from "./goodTools.ts"
import { broken, control, endless, nul, strangeIds, wrongIds } from "./values.ts"
import { wrongTypes } from "./wrongTypes.ts"

const wrong = [200, "VALIDATION_ERROR"] as const
const unknown = told(notFound)
const { createListing, dashboard, deleteListing, listingForm, myListings, newForm, orderStatus, updateListing } =
  goodTools
const { uploadImage } = goodTools

const ids = (what: string, good: Row["good"], path: string) => [
  ...Object.entries(strangeIds).flatMap(([name, id]) =>
    rowsOf(what, good, [`${name} as ${path}`, says(path, id), unknown])
  ),
  ...Object.entries(wrongIds).flatMap(([name, id]) => rowsOf(what, good, [`${name} as ${path}`, says(path, id), wrong]))
]

const anybody = (what: string, good: Row["good"]) =>
  rowsOf(
    what,
    good,
    ["a guest", bearer(undefined), [401, "UNAUTHORIZED"]],
    ["a token without the scope", (ask, m) => as(m.poor, ask), [403, "FORBIDDEN"]]
  )

const details = {
  title: "text",
  description: "text",
  price: "number",
  category_id: "text",
  city_id: "text",
  images: "list",
  "images.0": "text",
  tags: "list",
  "tags.0": "text",
  materials: "list",
  "materials.0": "text",
  dimensions: "text",
  weight: "number",
  stock: "number",
  shipping_enabled: "truth",
  shipping_cost: "number",
  pickup_enabled: "truth",
  lead_time_days: "number",
  status: "text"
} as const

const under = <A extends Readonly<Record<string, unknown>>>(path: string, fields: A) =>
  Object.fromEntries(Object.entries(fields).map(([name, kind]) => [`${path}.${name}`, kind])) as A

/** What neither a new listing nor an update may say, wherever the fields stand. */
const unsayable = (what: string, good: Row["good"], at = "") =>
  rowsOf(
    what,
    good,
    ["a title of four letters", says(`${at}title`, "Mugs"), wrong],
    ["a title of 101 letters", says(`${at}title`, "m".repeat(101)), wrong],
    ["a title of spaces", says(`${at}title`, " ".repeat(20)), wrong],
    ["a title with a line break", says(`${at}title`, "Blue\nmug of clay"), wrong],
    ["a title with control characters", says(`${at}title`, control), wrong],
    ["a title with a NUL", says(`${at}title`, nul), wrong],
    ["a title with half a letter", says(`${at}title`, broken), wrong],
    ["a description of few words", says(`${at}description`, "A mug."), wrong],
    ["a description of spaces", says(`${at}description`, " ".repeat(100)), wrong],
    ["a description without end", says(`${at}description`, endless), wrong],
    ["a description with a NUL", says(`${at}description`, `A mug for slow mornings${nul}`), wrong],
    ["for nothing", says(`${at}price`, 0), wrong],
    ["for less than nothing", says(`${at}price`, -1), wrong],
    ["for less than a cent", says(`${at}price`, 0.004), wrong],
    ["beyond price", says(`${at}price`, 100_001), wrong],
    ["for more than any number", says(`${at}price`, verbatim("1e999")), wrong],
    ["less than no stock", says(`${at}stock`, -1), wrong],
    ["half a piece", says(`${at}stock`, 1.5), wrong],
    ["more than a shelf holds", says(`${at}stock`, 1e9), wrong],
    ["a category that is none", says(`${at}category_id`, "spaceships"), wrong],
    ["a category that every object has", says(`${at}category_id`, "__proto__"), wrong],
    ["a category with a NUL", says(`${at}category_id`, "cera\0mics"), wrong],
    ["a city that is none", says(`${at}city_id`, "Atlantis"), wrong],
    ["eleven pictures", says(`${at}images`, Array(11).fill("https://a.example/1.jpg")), wrong],
    ["a picture by http", says(`${at}images`, ["http://a.example/1.jpg"]), wrong],
    ["a picture on the disk", says(`${at}images`, ["file:///etc/passwd"]), wrong],
    ["a picture that is a script", says(`${at}images`, ["javascript:alert(1)"]), wrong],
    ["a picture without an address", says(`${at}images`, [""]), wrong],
    ["a picture of an endless address", says(`${at}images`, [`https://a.example/${endless}`]), wrong],
    ["a picture with a NUL", says(`${at}images`, ["/images/\0"]), wrong],
    ["twenty-one tags", says(`${at}tags`, Array(21).fill("gift")), wrong],
    ["an empty tag", says(`${at}tags`, [" "]), wrong],
    ["a tag without end", says(`${at}tags`, [endless]), wrong],
    ["a tag with a NUL", says(`${at}tags`, ["gi\0ft"]), wrong],
    ["a material with half a letter", says(`${at}materials`, [broken]), wrong],
    ["dimensions without end", says(`${at}dimensions`, endless), wrong],
    ["no weight", says(`${at}weight`, 0), wrong],
    ["a shipping cost below nothing", says(`${at}shipping_cost`, -1), wrong],
    ["a shipping cost of what does not ship", says(`${at}shipping_enabled`, false), wrong],
    ["a lead time of two years", says(`${at}lead_time_days`, 730), wrong],
    ["a status of reviewers", says(`${at}status`, "pending_review"), wrong],
    ["a status that is none", says(`${at}status`, "constructor"), wrong]
  )

/** What a maker's assistant may get wrong. */
export const sellerToolRows: ReadonlyArray<Row> = [
  ...anybody("create_listing", createListing),
  ...anybody("update_listing", updateListing),
  ...anybody("delete_listing", deleteListing),
  ...anybody("list_my_listings", myListings),
  ...anybody("get_seller_dashboard", dashboard),
  ...anybody("update_order_status", orderStatus),
  ...anybody("open_listing_form", listingForm),
  ...anybody("upload_listing_image", uploadImage),
  ...ids("update_listing", updateListing, "listing_id"),
  ...ids("delete_listing", deleteListing, "listing_id"),
  ...ids("update_order_status", orderStatus, "order_id"),
  ...ids("list_my_listings", myListings, "shop_id"),
  ...ids("create_listing", createListing, "shop_id"),
  ...ids("open_listing_form", listingForm, "listing_id"),
  ...ids("open_listing_form", newForm, "shop_id"),
  ...wrongTypes("create_listing", createListing, wrong, { ...details, idempotency_key: "text" }),
  ...wrongTypes("update_listing", updateListing, wrong, { updates: "object", ...under("updates", details) }),
  ...unsayable("create_listing", createListing),
  ...unsayable("update_listing", updateListing, "updates."),
  ...rowsOf(
    "create_listing",
    createListing,
    ["nothing said", saysAll({}), wrong],
    ["no title", leavesOut("title"), wrong],
    ["no price", leavesOut("price"), wrong],
    ["no stock at all", says("stock", 0), wrong],
    ["for sale as sold", says("status", "sold"), wrong]
  ),
  ...rowsOf(
    "update_listing",
    updateListing,
    ["nothing to change", says("updates", {}), wrong],
    ["only what nobody knows", says("updates", { colour: "blue" }), wrong],
    ["no updates", leavesOut("updates"), wrong],
    ["another shop's", (ask, m) => as(m.other, ask), unknown],
    ["a listing that others made", (ask, m) => says("listing_id", m.elsewhere)(ask), unknown],
    [
      "neither post nor pickup",
      (ask) => says("updates", { shipping_enabled: false, pickup_enabled: false })(ask),
      wrong
    ]
  ),
  ...rowsOf(
    "delete_listing",
    deleteListing,
    ["another shop's", (ask, m) => as(m.other, ask), unknown],
    ["a reason without end", says("reason", endless), wrong],
    ["a reason with a NUL", says("reason", nul), wrong]
  ),
  ...rowsOf(
    "list_my_listings",
    myListings,
    ["no results wanted", says("limit", 0), wrong],
    ["51 results wanted", says("limit", 51), wrong],
    ["a page before the first", says("offset", -1), wrong],
    ["a status that is none", says("status", "lost"), wrong],
    ["ten thousand letters to look for", says("query", endless), wrong]
  ),
  ...wrongTypes("open_listing_form", listingForm, wrong, {
    title: "text",
    description: "text",
    price: "number",
    stock: "number",
    category: "text"
  }),
  ...rowsOf(
    "open_listing_form",
    listingForm,
    ["another shop's listing", (ask, m) => as(m.other, ask), unknown],
    ["a title of 101 letters", says("title", "m".repeat(101)), wrong],
    ["a title with a NUL", says("title", nul), wrong],
    ["a description without end", says("description", endless), wrong],
    ["for nothing", says("price", 0), wrong],
    ["half a piece", says("stock", 1.5), wrong],
    ["a category without end", says("category", endless), wrong]
  ),
  ...wrongTypes("upload_listing_image", uploadImage, wrong, { data: "text", filename: "text" }),
  ...rowsOf(
    "upload_listing_image",
    uploadImage,
    ["no picture", leavesOut("data"), wrong],
    ["an empty picture", says("data", ""), wrong],
    ["what is not base64", says("data", "<svg onload=alert(1)>"), wrong],
    ["a picture with its type before it", says("data", `data:image/gif;base64,${tinyPicture}`), wrong],
    ["a picture that is a script", says("data", Buffer.from("<svg/>").toString("base64")), wrong],
    ["a picture of a megabyte", says("data", `R0lGODlh${"A".repeat(1_000_000)}`), wrong],
    ["a name without end", says("filename", endless), wrong]
  ),
  ...rowsOf("get_seller_dashboard", dashboard, ["a period that is none", says("time_period", "2d"), wrong]),
  ...wrongTypes("update_order_status", orderStatus, wrong, {
    status: "text",
    carrier: "text",
    tracking_number: "text",
    tracking_url: "text",
    note: "text"
  }),
  ...rowsOf(
    "update_order_status",
    orderStatus,
    ["no carrier", leavesOut("carrier"), wrong],
    ["a status of buyers", says("status", "cancelled"), wrong],
    ["a status of carriers", says("status", "in_transit"), wrong],
    ["ready to be fetched, of what is sent", says("status", "ready_for_pickup"), wrong],
    ["shipped, of what is fetched", async (ask, m) => says("order_id", await m.sold("pickup"))(ask), wrong],
    ["a link that is a script", says("tracking_url", "javascript:alert(1)"), wrong],
    ["a link without a lock", says("tracking_url", "http://a.example/1"), wrong],
    ["a note with a NUL", says("note", nul), wrong],
    ["another shop's order", (ask, m) => as(m.other, ask), unknown],
    [
      "an order that was delivered",
      async (ask, m) => {
        const order_id = await m.sold("standard")
        await m.sent(says("status", "delivered")(says("order_id", order_id)(await orderStatus(m))))
        return says("order_id", order_id)(ask)
      },
      told(conflict)
    ]
  )
]
