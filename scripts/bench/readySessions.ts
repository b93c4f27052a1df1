import { randomBytes } from "node:crypto"
import pg from "pg"
import { ask } from "./ask.ts"
import { bytesOf, type HttpRequest } from "./requests.ts"

const json = { "content-type": "application/json", "user-agent": "bench" }
const post = (path: string, body: unknown, key?: string): HttpRequest => ({
  method: "POST",
  path: `/api/v1${path}`,
  headers: { ...json, ...(key && { "idempotency-key": key }) },
  body: JSON.stringify(body)
})

const address = { line1: "1 Main St", city: "Chicago", state: "IL", zip: "60601" }

/** A checkout of one piece of a listing that only needs a payment. */
const readyOne = async (port: number, listing_id: string) => {
  const opened: any = await ask(port, post("/checkouts", { listing_id }))
  const { id } = opened.checkout_session
  const said = { email: "ann@example.com", shipping_address: address, shipping_method: "standard" }
  const ready: any = await ask(port, post(`/checkouts/${id}`, said))
  if (ready.checkout_session.status !== "ready") throw new Error(`not ready: ${JSON.stringify(ready)}`)
  return id as string
}

/** The request that pays a checkout, with a key of its own, as clients send it. */
export const paying = (id: string): HttpRequest =>
  post(`/checkouts/${id}/complete`, { payment_token: "spt_test_bench" }, randomBytes(12).toString("hex"))

export const payingBytes = (ids: ReadonlyArray<string>): ReadonlyArray<Buffer> => ids.map((id) => bytesOf(paying(id)))

/**
 * So many checkouts that only need a payment, spread over as many listings as there are: some are made over HTTP, and
 * the others are their copies. `stock` of each listing is set.
 */
export const readySessions = async (
  port: number,
  databaseUrl: string,
  count: number,
  { listings = 200, stock = 1_000_000 }: { readonly listings?: number; readonly stock?: number } = {}
): Promise<ReadonlyArray<string>> => {
  const db = new pg.Client(databaseUrl)
  await db.connect()
  try {
    const { rows } = await db.query(
      `UPDATE listings SET stock = $2 WHERE id IN (SELECT id FROM listings l WHERE status = 'active' AND shipping_enabled
        AND NOT EXISTS (SELECT FROM variants WHERE listing_id = l.id) ORDER BY id LIMIT $1) RETURNING id`,
      [listings, stock]
    )
    const originals: Array<string> = []
    for (const { id } of rows) originals.push(await readyOne(port, id))
    const copies = Math.ceil(count / originals.length)
    const made = await db.query(
      `INSERT INTO checkouts (id, owner, channel, state, data, version, expires_at, created_at, updated_at)
       SELECT 'chk_' || md5(c.id || n || random()), owner, channel, state, data, version,
         now() + interval '1 day', created_at, updated_at
       FROM checkouts c, generate_series(1, $2) AS n WHERE c.id = ANY($1) RETURNING id`,
      [originals, copies]
    )
    await db.query("ANALYZE")
    // Neighbours in time are not neighbours on the shelf.
    return made.rows
      .map(({ id }) => id as string)
      .sort()
      .slice(0, count)
  } finally {
    await db.end()
  }
}

/** How many pieces of this listing are left, and how many were sold. */
export const shelfOf = async (databaseUrl: string, ids: ReadonlyArray<string>) => {
  const db = new pg.Client(databaseUrl)
  await db.connect()
  try {
    const { rows } = await db.query(
      `SELECT l.stock AS left, (SELECT count(*)::int FROM order_lines n JOIN orders o ON o.id = n.order_id
         WHERE o.checkout_id = ANY($1)) AS sold
       FROM checkouts c JOIN listings l ON l.id = c.data #>> '{contents,lines,0,listingId}' WHERE c.id = $2`,
      [ids, ids[0]]
    )
    return rows[0] as { readonly left: number; readonly sold: number }
  } finally {
    await db.end()
  }
}
