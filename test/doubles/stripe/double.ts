import { once } from "node:events"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { Books } from "./Books.ts"
import { type Form, parseForm } from "./form.ts"
import * as intents from "./intents.ts"
import { Keys } from "./Keys.ts"
import { failed, ok, outOfOrder, type Reply } from "./Reply.ts"
import * as refunds from "./refunds.ts"
import * as sessions from "./sessions.ts"
import * as tokens from "./tokens.ts"

/** The page after `starting_after`, the newest first. */
const page = (all: ReadonlyArray<{ readonly id: string }>, query: URLSearchParams): Reply => {
  const newest = [...all].reverse()
  const from = newest.findIndex(({ id }) => id === query.get("starting_after")) + 1
  const to = from + Number(query.get("limit") ?? 10)
  return ok({ object: "list", data: newest.slice(from, to), has_more: to < newest.length })
}

const bodyOf = async (request: IncomingMessage) => {
  let body = ""
  for await (const chunk of request.setEncoding("utf8")) body += chunk
  return body
}

interface Question {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly form: Form
  readonly origin: string
  readonly key: string
}

const answerSession = (
  books: Books,
  method: string,
  id: string | undefined,
  act: string | undefined,
  { form, origin, query }: Pick<Question, "form" | "origin" | "query">
): Reply => {
  const isExpanded = (what: string) => query.get("expand[0]") === what
  if (id !== undefined && act !== undefined) return sessions.expire(books, id, form)
  if (id !== undefined) return sessions.retrieve(books, id, isExpanded("payment_intent"))
  if (method === "POST") return sessions.create(books, form, origin)
  const from = Number(query.get("created[gte]") ?? 0)
  return page(sessions.list(books, from, isExpanded("data.payment_intent")), query)
}

const answer = (books: Books, { form, key, method, origin, path, query }: Question): Promise<Reply> | Reply => {
  const session = /^\/v1\/checkout\/sessions(?:\/(\w+)(\/expire)?)?$/.exec(path)
  if (session !== null) return answerSession(books, method, session[1], session[2], { form, query, origin })
  const [, version, thing, id = "", act] = path.split("/")
  const what = `${method} ${version}/${thing}${id === "" ? "" : "/:id"}${act === undefined ? "" : `/${act}`}`
  switch (what) {
    case "POST v1/payment_intents":
      return intents.create(books, form, origin, key)
    case "GET v1/payment_intents": {
      const from = Number(query.get("created[gte]") ?? 0)
      return page(
        [...books.intents.values()].filter(({ created }) => created >= from),
        query
      )
    }
    case "GET v1/payment_intents/:id":
      return intents.retrieve(books, id)
    case "POST v1/payment_intents/:id/confirm":
      return intents.confirm(books, id, form)
    case "POST v1/payment_intents/:id/cancel":
      return intents.cancel(books, id, form)
    case "POST v1/refunds":
      return refunds.create(books, form)
    case "GET v1/refunds":
      return page(refunds.list(books, query.get("payment_intent")), query)
  }
  const token = /^\/v1\/(test_helpers\/)?shared_payment\/granted_tokens(?:\/([^/]+))?(\/revoke)?$/.exec(path)
  if (method === "GET" && token?.[2] !== undefined) return tokens.inspect(books, decodeURIComponent(token[2]))
  if (method === "POST" && token?.[1] !== undefined) {
    return token[2] === undefined ? tokens.grant(books, form) : tokens.revoke(books, token[2])
  }
  return failed(404, { message: `Unrecognized request URL (${method}: ${path}).` })
}

/** What a test asks of a double in another process. */
const aside = (books: Books, { method, path }: Question): Reply | undefined => {
  const bank = /^\/bank\/(\w+)(\/refuse)?$/.exec(path)
  if (bank !== null) return intents.atBank(books, bank[1]!, bank[2] === undefined)
  const paid = /^\/c\/pay\/(\w+)(?:\/(pay|fail))?$/.exec(path)
  if (paid !== null) return sessions.atPage(books, paid[1]!, method === "POST" ? (paid[2] as "pay" | "fail") : "look")
  if (path !== "/_books") return undefined
  return ok({
    intents: [...books.intents.values()],
    refunds: [...books.refunds.values()],
    asked: books.asked.map(({ method, path }) => `${method} ${path}`)
  })
}

const send = (response: ServerResponse, { body, headers, lost, status }: Reply) => {
  if (lost === "cut") return void response.socket?.destroy()
  // The caller leaves first.
  if (lost === "stalled") return
  response.writeHead(status, { "content-type": "application/json", "request-id": "req_double", ...headers })
  response.end(JSON.stringify(body))
}

/** Stripe's part of the world, on a loopback port: the wire is the real one, the money is not. */
export const openDouble = async (port = 0) => {
  const books = new Books()
  const keys = new Keys()
  let origin = ""

  const handle = async (request: IncomingMessage): Promise<Reply> => {
    const { pathname: path, searchParams: query } = new URL(request.url!, origin)
    const method = request.method!
    const body = await bodyOf(request)
    const key = String(request.headers["idempotency-key"] ?? "")
    const question: Question = { method, path, query, form: parseForm(body), origin, key }
    const other = aside(books, question)
    if (other !== undefined) return other
    books.asked.push({ method, path: request.url!, headers: request.headers, body })
    if (books.away) return { ...outOfOrder, status: 503 }
    const secret = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? ""
    if (!/^(sk|rk)_test_/.test(secret) || secret.endsWith("_wrong")) {
      return failed(401, { message: "Invalid API Key provided: sk_test_****rong" })
    }
    if (secret.endsWith("_limited")) return failed(403, { message: "This key does not have the needed permissions." })
    const run = () => answer(books, question)
    return method === "POST" && key !== "" ? keys.once(key, `${path} ${body}`, run) : run()
  }

  const server = createServer((request, response) => {
    handle(request).then(
      (reply) => send(response, reply),
      (error) => send(response, failed(500, { type: "api_error", message: String(error) }))
    )
  }).listen(port, "127.0.0.1")
  await once(server, "listening")
  const address = server.address() as { readonly port: number }
  origin = `http://127.0.0.1:${address.port}`
  return {
    url: origin,
    books,
    /** A day has passed: keys are free again. */
    forgetKeys: () => keys.forget(),
    approve: (intentId: string) => intents.atBank(books, intentId, true),
    refuse: (intentId: string) => intents.atBank(books, intentId, false),
    /** What the buyer does at a page: pays, has a card declined, or has begun to pay. Who does nothing abandons it. */
    atPage: (sessionId: string, does: "pay" | "fail" | "begin") => sessions.atPage(books, sessionId, does),
    paidLate: (sessionId: string) => sessions.paidLate(books, sessionId),
    /** A refund that somebody made at the provider's own pages. */
    refundByHand: (payment: string, amount: number) =>
      (refunds.create(books, { payment_intent: payment, amount: String(amount) }).body as { readonly id: string }).id,
    bounce: (refundId: string) => refunds.bounce(books, refundId),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, "close")
    }
  }
}

export type Double = Awaited<ReturnType<typeof openDouble>>
