import {
  type AuthInfo,
  type CallToolResult,
  createMcpHandler,
  SERVER_INFO_META_KEY
} from "@modelcontextprotocol/server"
import { Effect } from "effect"
import { HttpRouter, HttpServerRequest, HttpServerResponse } from "effect/http"
import type { RateLimited, Refusal, Unauthorized, Unavailable } from "../../schemas/errors.ts"
import { bearer } from "../domain/bearer.ts"
import type { Caller } from "../ports/Caller.ts"
import { Site } from "../ports/Site.ts"
import { Widgets } from "../ports/Widgets.ts"
import { type Challenge, challenge, challengeAfter } from "./Challenge.ts"
import { kept } from "./kept.ts"
import { argumentsOf, calledName, type PlainCall, plainCall } from "./plainCall.ts"
import { referenceServer } from "./Reference.ts"
import { makeRunner } from "./Runner.ts"
import { readText } from "./readText.ts"
import { sessionIn, type Tool } from "./Tool.ts"

type Identified = Effect.Effect<
  Caller["Service"],
  Unauthorized | RateLimited | Unavailable,
  HttpServerRequest.HttpServerRequest
>

export interface McpOptions<R> {
  readonly path: `/${string}`
  readonly tools: ReadonlyArray<Tool<R>>
  /** Who is asking, or why they are not let in. */
  readonly caller: Identified
  /** In bytes. */
  readonly maxBody: number
  readonly instructions?: string
  /** How the transport tells a refusal; with our own code and details when not given. */
  readonly tellRefusal?: (refusal: Refusal) => { readonly code: number; readonly data: unknown }
  /** What a caller without a good token is told in the header; where to sign in when not given. */
  readonly challenge?: string
}

/** A refusal of the transport: JSON-RPC, with our code and details in its data. */
const transportError = (status: number, code: number, message: string, data?: unknown) =>
  HttpServerResponse.jsonUnsafe(
    { jsonrpc: "2.0", id: null, error: { code, message, ...(data !== undefined && { data }) } },
    { status }
  )

const ours = ({ code, details }: Refusal) => ({ code: -32001, data: { code, details } })

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** One endpoint of the MCP door: both eras, any number of clients, no sessions. */
export const layerMcp = Effect.fnUntraced(function* <R>({
  caller,
  challenge: noToken,
  instructions,
  maxBody,
  path,
  tellRefusal = ours,
  tools
}: McpOptions<R>) {
  const { name: siteName, publicUrl, version } = yield* Site
  const widgets = yield* Widgets
  const serverInfo = { name: "craftlocal", title: siteName, version, websiteUrl: publicUrl }
  const resourceMetadata = `${publicUrl}/.well-known/oauth-protected-resource${path}`
  const { byName, promise, run } = yield* makeRunner(tools, resourceMetadata)

  const refusedBy = (refusal: Refusal) => {
    const { code, data } = tellRefusal(refusal)
    return transportError(refusal.status, code, refusal.message, data)
  }

  const makeServer = yield* referenceServer({
    ...(instructions !== undefined && { instructions }),
    path,
    descriptors: tools.map((tool) => tool.descriptor((name) => widgets.current(name)?.uri)),
    call: (name, input, context) =>
      promise(name, input, context.http?.authInfo?.extra?.caller as Caller["Service"], context.mcpReq.signal)
  })
  const reference = yield* Effect.acquireRelease(
    Effect.sync(() => createMcpHandler(makeServer)),
    (handler) => Effect.promise(() => handler.close())
  )

  const completed = (result: CallToolResult) => ({
    ...result,
    resultType: "complete",
    _meta: { ...result._meta, [SERVER_INFO_META_KEY]: serverInfo }
  })
  const written = { modern: (result: CallToolResult) => JSON.stringify(completed(result)), legacy: JSON.stringify }
  const keptWritten = { modern: kept(written.modern), legacy: kept((result: CallToolResult) => JSON.stringify(result)) }

  const plainAnswer = (tool: Tool<R>, { id, modern }: PlainCall, result: CallToolResult) => {
    const json = (tool.repeats ? keptWritten : written)[modern ? "modern" : "legacy"](result)
    const text = `{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":${json}}`
    return HttpServerResponse.text(text, { contentType: "application/json" })
  }

  /** What the answer to a caller who may not use this tool says in status and header. */
  const challenged = (answer: HttpServerResponse.HttpServerResponse, { header, status }: Challenge, agent = "") => {
    if (answer.status !== 200) return answer
    const told = HttpServerResponse.setHeader(answer, "www-authenticate", header)
    // ChatGPT reads the challenge out of the result, and only of one that arrives with 200.
    return agent.startsWith("openai-mcp") ? told : HttpServerResponse.setStatus(told, status)
  }

  /** The body is read already, so the official handler gets a request made anew; its signal aborts when the client leaves. */
  const passOn = (
    request: HttpServerRequest.HttpServerRequest,
    text: string,
    body: unknown,
    who: Caller["Service"]
  ) => {
    const { headers, method } = request
    const scopes = "scopes" in who.viewer ? [...who.viewer.scopes] : []
    const authInfo: AuthInfo = { token: "", clientId: "", scopes, extra: { caller: who } }
    return Effect.map(
      Effect.promise((signal) =>
        reference.fetch(
          new Request(new URL(request.url, publicUrl), { method, headers, signal, ...(text && { body: text }) }),
          {
            authInfo,
            ...(body !== undefined && { parsedBody: body })
          }
        )
      ),
      HttpServerResponse.fromWeb
    )
  }

  const answered = (request: HttpServerRequest.HttpServerRequest, text: string, who: Caller["Service"]) => {
    const body = parse(text)
    if (Array.isArray(body))
      return Effect.succeed(transportError(400, -32600, "Send one message at a time: batches are not supported."))
    const { headers } = request
    const plain = plainCall(body, headers)
    const tool = plain && byName.get(plain.name)
    // Whoever brings a sign-in session cannot follow a challenge; the result tells what is missing.
    const brings = sessionIn(argumentsOf(body)) !== undefined
    const told = (answer: HttpServerResponse.HttpServerResponse, refused: Challenge | undefined) =>
      brings || refused === undefined ? answer : challenged(answer, refused, headers["user-agent"])
    if (tool !== undefined) {
      return Effect.map(run(tool, plain!.input, who), (result) =>
        told(
          plainAnswer(tool, plain!, result),
          challenge(tool, who.viewer, resourceMetadata) ?? challengeAfter(result, resourceMetadata)
        )
      )
    }
    const called = byName.get(calledName(body))
    return Effect.map(passOn(request, text, body, who), (answer) =>
      told(answer, called && challenge(called, who.viewer, resourceMetadata))
    )
  }

  const handle = Effect.flatMap(HttpServerRequest.HttpServerRequest, (request) =>
    Effect.flatMap(caller, (who) =>
      request.method === "POST"
        ? Effect.flatMap(readText(request, maxBody), (text) => answered(request, text, who))
        : answered(request, "", who)
    )
  ).pipe(
    Effect.catchTags({
      HttpServerError: ({ reason }) =>
        Effect.succeed(
          reason._tag === "RequestParseError" && reason.reason === "BodyTooLarge"
            ? transportError(413, -32600, `The body is larger than ${maxBody} bytes.`)
            : transportError(400, -32700, "The body could not be read. Send it again.")
        ),
      Unauthorized: (error) => {
        const header =
          noToken ??
          bearer({ resource_metadata: resourceMetadata, error: "invalid_token", error_description: error.why })
        return Effect.succeed(HttpServerResponse.setHeader(refusedBy(error), "www-authenticate", header))
      },
      RateLimited: (error) =>
        Effect.succeed(HttpServerResponse.setHeader(refusedBy(error), "retry-after", String(error.retryAfter))),
      Unavailable: (error) =>
        Effect.succeed(HttpServerResponse.setHeader(refusedBy(error), "retry-after", String(error.retryAfter)))
    })
  )

  const router = yield* HttpRouter.HttpRouter
  yield* router.add("*", path, handle)
})
