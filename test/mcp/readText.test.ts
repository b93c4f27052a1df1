import { createServer } from "node:http"
import { connect } from "node:net"
import { NodeHttpServer } from "@effect/platform-node"
import { Effect, Layer } from "effect"
import { HttpRouter, HttpServer, type HttpServerRequest, HttpServerResponse } from "effect/http"
import { expect, test } from "vitest"
import { readText } from "../../src/mcp/readText.ts"

const limit = 1000
const outcomes: Array<string> = []

const echo = HttpRouter.use((router) =>
  router.add("POST", "/", (request: HttpServerRequest.HttpServerRequest) =>
    readText(request, limit).pipe(
      Effect.onExit((exit) => Effect.sync(() => void outcomes.push(exit._tag))),
      Effect.map((text) => HttpServerResponse.text(text)),
      Effect.catchTag("HttpServerError", ({ reason }) => {
        const tooLarge = reason._tag === "RequestParseError" && reason.reason === "BodyTooLarge"
        return Effect.succeed(HttpServerResponse.text("too large", { status: tooLarge ? 413 : 400 }))
      })
    )
  )
)

const onServer = (story: (port: number) => Promise<void>) =>
  Effect.gen(function* () {
    const { address } = yield* HttpServer.HttpServer
    yield* Effect.promise(() => story((address as { readonly port: number }).port))
  }).pipe(
    Effect.provide(
      HttpRouter.serve(echo, { disableLogger: true, disableListenLog: true }).pipe(
        Layer.provideMerge(NodeHttpServer.layer(() => createServer(), { port: 0, host: "127.0.0.1" }))
      )
    ),
    Effect.runPromise
  )

/** Sends each part in a packet of its own, and answers what comes back. */
const inParts = (port: number, ...parts: ReadonlyArray<string | Buffer>) =>
  new Promise<string>((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true })
    let said = ""
    socket.setEncoding("utf8").on("data", (text) => {
      said += text
    })
    socket.on("close", () => resolve(said)).on("error", reject)
    const send = (at: number) => {
      if (at === parts.length) return
      socket.write(parts[at]!)
      setTimeout(() => send(at + 1), 20)
    }
    send(0)
  })

const head = (...lines: ReadonlyArray<string>) =>
  ["POST / HTTP/1.1", "host: localhost", "connection: close", ...lines, "", ""].join("\r\n")

test("a body in one piece, in pieces that cut a letter in two, in chunks, and none", () =>
  onServer(async (port) => {
    const letters = Buffer.from("žluťoučký")
    expect(await inParts(port, `${head("content-length: 3")}abc`)).toMatch(/200 OK.*abc$/s)
    const cut = [letters.subarray(0, 1), letters.subarray(1, 7), letters.subarray(7)]
    expect(await inParts(port, head(`content-length: ${letters.length}`), ...cut)).toMatch(/200 OK.*žluťoučký$/s)
    const chunked = head("transfer-encoding: chunked")
    expect(await inParts(port, chunked, "2\r\nab\r\n", "1\r\nc\r\n0\r\n\r\n")).toMatch(/200 OK.*abc$/s)
    expect(await inParts(port, head("content-length: 0"))).toMatch(/200 OK/)
  }))

test("a body of just the limit is read, and one byte more is refused, told or not told beforehand", () =>
  onServer(async (port) => {
    const exact = "x".repeat(limit)
    expect(await inParts(port, `${head(`content-length: ${limit}`)}${exact}`)).toMatch(/200 OK/)
    expect(await inParts(port, `${head(`content-length: ${limit + 1}`)}${exact}y`)).toMatch(/ 413 .*too large$/s)
    const chunk = `${limit.toString(16)}\r\n${exact}\r\n`
    expect(await inParts(port, head("transfer-encoding: chunked"), chunk, `1\r\ny\r\n`)).toMatch(/ 413 /)
  }))

test("a client that leaves in the middle of its body is not waited for", () =>
  onServer(async (port) => {
    outcomes.length = 0
    const socket = connect({ port, host: "127.0.0.1" })
    socket.on("error", () => {})
    socket.write(`${head("content-length: 10")}abc`)
    setTimeout(() => socket.destroy(), 30)
    await expect.poll(() => outcomes).toEqual(["Failure"])
  }))
