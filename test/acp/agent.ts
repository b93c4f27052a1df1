import { randomUUID } from "node:crypto"
import type { World } from "./world.ts"

export interface Asked {
  readonly body?: unknown
  /** Instead of `body`: exactly these bytes. */
  readonly raw?: string
  /** Undefined leaves a header out that would be sent. */
  readonly headers?: Readonly<Record<string, string | undefined>>
  readonly key?: string
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: any
}

/** An assistant that buys with a key of its own, in one version. */
export const agent = (world: World, apiKey = "acp_test_one", version = "2026-04-17") => {
  const call = async (method: string, path: string, asked: Asked = {}): Promise<Answer> => {
    const body = asked.raw ?? (asked.body === undefined ? undefined : JSON.stringify(asked.body))
    const headers: Record<string, string | undefined> = {
      authorization: `Bearer ${apiKey}`,
      "api-version": version,
      ...(method === "GET" ? {} : { "idempotency-key": asked.key ?? randomUUID() }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...asked.headers
    }
    const given = Object.entries(headers).filter((header): header is [string, string] => header[1] !== undefined)
    const request = new Request(`http://localhost:3001${path}`, {
      method,
      headers: given,
      ...(body !== undefined && { body })
    })
    const response = await world.fetch(request)
    return { status: response.status, headers: response.headers, body: await response.json() }
  }
  const post =
    (path: string) =>
    (body?: unknown, asked: Asked = {}) =>
      call("POST", path, { ...asked, body })
  return {
    call,
    create: post("/checkout_sessions"),
    update: (id: string, body: unknown, asked?: Asked) => post(`/checkout_sessions/${id}`)(body, asked),
    get: (id: string, asked?: Asked) => call("GET", `/checkout_sessions/${id}`, asked),
    complete: (id: string, body: unknown, asked?: Asked) => post(`/checkout_sessions/${id}/complete`)(body, asked),
    cancel: (id: string, body?: unknown, asked?: Asked) => post(`/checkout_sessions/${id}/cancel`)(body, asked)
  }
}

export type Agent = ReturnType<typeof agent>
