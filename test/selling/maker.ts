import { call, post } from "../mcp/clients.ts"
import type { World } from "../world.ts"

export const mug = {
  title: "Speckled stoneware mug",
  description: "Thrown by hand from speckled stoneware, glazed in oat white. Holds 12 oz.",
  price: 28,
  category_id: "ceramics",
  images: ["https://pictures.example/mug.jpg"]
}

export const scopes = ["listings.write", "orders.write", "seller.manage"] as const

/** Somebody with a token, at the door of MCP and at that of REST. */
export const at = (world: World, token: string | undefined) => {
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const asked = async (name: string, args: Readonly<Record<string, unknown>> = {}) => {
    const { body } = await post(world, call(name, args), { headers })
    return body.result
  }
  const rest = async (method: string, path: string, body?: unknown, more: Record<string, string> = {}) => {
    const answer = await world.fetch(`/api/v1${path}`, {
      method,
      headers: { ...headers, ...(body !== undefined && { "content-type": "application/json" }), ...more },
      ...(body !== undefined && { body: JSON.stringify(body) })
    })
    const text = await answer.text()
    return { status: answer.status, headers: answer.headers, body: text === "" ? undefined : JSON.parse(text) }
  }
  return {
    rest,
    asked,
    /** What a tool answers. */
    use: async (name: string, args: Readonly<Record<string, unknown>> = {}) => {
      const result = await asked(name, args)
      if (result.isError) throw new Error(result.content[0].text)
      return result.structuredContent
    },
    /** What a tool says. */
    hear: async (name: string, args: Readonly<Record<string, unknown>> = {}): Promise<string> =>
      (await asked(name, args)).content[0].text,
    /** How a tool refuses. */
    refused: async (name: string, args: Readonly<Record<string, unknown>> = {}) => {
      const result = await asked(name, args)
      if (!result.isError) throw new Error(JSON.stringify(result.structuredContent))
      return JSON.parse(result.content[0].text).error
    }
  }
}

export type Person = ReturnType<typeof at>
