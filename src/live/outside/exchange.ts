import { type IncomingMessage, request as overHttp } from "node:http"
import { request as overHttps } from "node:https"
import type { LookupFunction } from "node:net"
import { type Found, OutsideRefused } from "../../ports/Outside.ts"
import type { Destination } from "./destination.ts"

export interface Asked {
  readonly method: "GET" | "POST"
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
  readonly maxBytes: number
  readonly signal: AbortSignal
}

/** Answers every question for a name with the address that was checked. */
const pinned =
  ({ at }: Destination): LookupFunction =>
  (_, { all }, answer) =>
    all ? answer(null, [{ ...at }]) : answer(null, at.address, at.family)

const tooLong = (maxBytes: number) => new OutsideRefused({ why: `What is there is larger than ${maxBytes} bytes.` })

/** The head of the answer; its body is still to be read or to be let go. */
export const begin = (to: Destination, { body, headers, method, signal }: Omit<Asked, "maxBytes">) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const ask = to.url.protocol === "https:" ? overHttps : overHttp
    ask(to.url, { method, headers, signal, agent: false, lookup: pinned(to), maxHeaderSize: 16_384 })
      .once("response", resolve)
      .on("error", reject)
      .end(body)
  })

/** The whole of an answer, or nothing of it: a compressed one is not unpacked, since nobody knows how long it gets. */
const whole = async (answer: IncomingMessage, maxBytes: number): Promise<Uint8Array> => {
  const { "content-encoding": encoding = "identity", "content-length": length } = answer.headers
  if (encoding !== "identity") throw new OutsideRefused({ why: "The answer is compressed, which was not asked for." })
  if (Number(length) > maxBytes) throw tooLong(maxBytes)
  const chunks: Array<Uint8Array> = []
  let size = 0
  for await (const chunk of answer as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > maxBytes) throw tooLong(maxBytes)
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

const flat = (headers: IncomingMessage["headers"]) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))

/** One request and its answer, over a connection of its own to the checked address. */
export const exchange = async (to: Destination, asked: Asked): Promise<Found> => {
  const answer = await begin(to, asked)
  try {
    const body = await whole(answer, asked.maxBytes)
    return { status: answer.statusCode!, headers: flat(answer.headers), body, url: to.url.href }
  } finally {
    answer.destroy()
  }
}
