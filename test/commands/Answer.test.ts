import { createServer } from "node:http"
import { connect } from "node:net"
import { NodeHttpServer } from "@effect/platform-node"
import { Effect, Layer } from "effect"
import { HttpRouter, HttpServer, HttpServerResponse } from "effect/http"
import { expect, test } from "vitest"
import { Answer } from "../../src/commands/Answer.ts"

const text = `${"Töpferei ".repeat(20)}✓`
const answers: Readonly<Record<string, HttpServerResponse.HttpServerResponse>> = {
  "/text": HttpServerResponse.text(text),
  "/bytes": HttpServerResponse.uint8Array(new TextEncoder().encode(text)),
  "/nothing": HttpServerResponse.empty(),
  "/wrong": HttpServerResponse.uint8Array(new Uint8Array(3), { headers: { "content-length": "7" } })
}

const routes = HttpRouter.use((router) =>
  Effect.forEach(Object.entries(answers), ([path, answer]) => router.add("*", path as `/${string}`, answer), {
    discard: true
  })
)

/** The packets of an answer. */
const packets = (port: number, method: string, path: string) =>
  new Promise<ReadonlyArray<string>>((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1" })
    const got: Array<string> = []
    socket.setEncoding("utf8").on("data", (packet: string) => got.push(packet))
    socket.on("close", () => resolve(got)).on("error", reject)
    socket.write(`${method} ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`)
  })

test("texts, bytes and nothing arrive whole over the server's answers, and a HEAD has no body", () =>
  Effect.gen(function* () {
    const { address } = yield* HttpServer.HttpServer
    const { port } = address as { readonly port: number }
    const ask = (method: string, path: string) => Effect.promise(() => packets(port, method, path))
    const [whole, ...more] = yield* ask("GET", "/text")
    expect(more).toEqual([])
    expect(whole).toMatch(new RegExp(`content-length: ${Buffer.byteLength(text)}\r\n.*\r\n\r\n${text}$`, "is"))
    expect((yield* ask("GET", "/bytes")).join("")).toContain(`\r\n\r\n${text}`)
    expect((yield* ask("GET", "/nothing")).join("")).toMatch(/^HTTP\/1.1 204 .*\r\n\r\n$/s)
    expect((yield* ask("HEAD", "/text")).join("")).toMatch(/^HTTP\/1.1 200 .*\r\n\r\n$/s)
    expect((yield* ask("GET", "/wrong")).join("")).not.toMatch(/^HTTP\/1.1 200 .*content-length: 7/is)
  }).pipe(
    Effect.provide(
      HttpRouter.serve(routes, { disableLogger: true, disableListenLog: true }).pipe(
        Layer.provideMerge(
          NodeHttpServer.layer(() => createServer({ ServerResponse: Answer }), { port: 0, host: "127.0.0.1" })
        )
      )
    ),
    Effect.runPromise
  ))
