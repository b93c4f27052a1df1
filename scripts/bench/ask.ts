import { deepEqual } from "node:assert/strict"
import type { HttpRequest } from "./requests.ts"

interface Answer {
  readonly result?: { readonly isError?: boolean; readonly structuredContent?: unknown; readonly content?: unknown }
  readonly error?: unknown
}

/** One request and its answer: JSON, or the one message of an event stream. */
export const ask = async (port: number, { body, headers, method, path }: HttpRequest): Promise<unknown> => {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers, ...(body && { body }) })
  const text = await response.text()
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text.slice(0, 600)}`)
  const isStream = response.headers.get("content-type")?.startsWith("text/event-stream") === true
  return JSON.parse(isStream ? /^data: ?(\{.*)$/m.exec(text)![1]! : text)
}

/** What an answer says, without what is a contender's own: its name. */
const said = (answer: unknown): unknown => {
  const { error, result } = answer as Answer
  if (error !== undefined || result?.isError) throw new Error(`refused: ${JSON.stringify(answer).slice(0, 600)}`)
  return result === undefined ? answer : { structuredContent: result.structuredContent, content: result.content }
}

/** Whoever is measured beside us must say the same to the same request. */
export const sameAnswers = async (
  requests: ReadonlyArray<HttpRequest>,
  ours: number,
  others: ReadonlyArray<number>
): Promise<void> => {
  for (const request of requests) {
    const expected = said(await ask(ours, request))
    for (const port of others) deepEqual(said(await ask(port, request)), expected, request.body || request.path)
  }
}
