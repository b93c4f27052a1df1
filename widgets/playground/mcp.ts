import { type CallToolResult, Client, StreamableHTTPClientTransport, type Tool } from "@modelcontextprotocol/client"
import { fetchAs } from "./fetchAs.ts"
import type { Log } from "./log.ts"
import { logged } from "./logged.ts"
import { createStore, type Store } from "./store.ts"
import { openSandbox, type WidgetResource } from "./WidgetResource.ts"

export interface Mcp {
  /** Who calls; undefined is a guest. */
  readonly account: Store<string | undefined>
  readonly tools: () => Promise<ReadonlyArray<Tool>>
  readonly call: (name: string, args: Record<string, unknown>) => Promise<CallToolResult>
  readonly widget: (uri: string) => Promise<WidgetResource>
  /** The addresses of the widgets, by their names. */
  readonly widgets: () => Promise<ReadonlyMap<string, string>>
  readonly signIn: (email: string) => Promise<void>
  readonly signOut: () => void
}

const scopes = [
  "openid",
  "email",
  "profile",
  "listings.read",
  "listings.write",
  "orders.read",
  "orders.write",
  "seller.manage"
]

/** A real client of this server, over HTTP as any other host is one. The token stays in this page's memory. */
export const connect = (url: string, log: Log): Mcp => {
  let token: string | undefined
  const account = createStore<string | undefined>(undefined)

  const signOut = () => {
    token = undefined
    account.set(() => undefined)
  }
  const fetchHere = fetchAs(() => token, signOut)

  const open = async () => {
    const client = new Client({ name: "craftlocal-playground", version: "1.0.0" })
    await client.connect(logged(new StreamableHTTPClientTransport(new URL(url), { fetch: fetchHere }), log, "server"))
    return client
  }
  let opened: Promise<Client> | undefined
  const client = () => {
    opened ??= open().catch((error) => {
      opened = undefined
      throw error
    })
    return opened
  }

  let listed: Promise<ReadonlyArray<Tool>> | undefined
  const tools = () => {
    listed ??= client()
      .then((it) => it.listTools())
      .then(
        (answer) => answer.tools,
        (error) => {
          listed = undefined
          throw error
        }
      )
    return listed
  }

  const read = new Map<string, Promise<WidgetResource>>()
  const widget = (uri: string) => {
    const known = read.get(uri)
    if (known !== undefined) return known
    const asked = client()
      .then((it) => it.readResource({ uri }))
      .then(({ contents }) => openSandbox(contents[0]))
    read.set(uri, asked)
    asked.catch(() => read.delete(uri))
    return asked
  }

  return {
    account,
    tools,
    call: async (name, args) => {
      await tools()
      return (await client()).callTool({ name, arguments: args })
    },
    widget,
    widgets: async () => {
      const { resources } = await (await client()).listResources()
      return new Map(resources.map(({ name, uri }) => [name, uri]))
    },
    signIn: async (email) => {
      const answer = await fetch("/dev/token", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ email, scopes: email.startsWith("admin@") ? [...scopes, "admin"] : scopes })
      })
      const { access_token, error } = await answer.json()
      if (typeof access_token !== "string") throw new Error(error?.message ?? "The sign-in failed. Try again.")
      token = access_token
      account.set(() => email)
    },
    signOut
  }
}
