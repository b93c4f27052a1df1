import type { CallToolResult } from "@modelcontextprotocol/client"
import type { Failure } from "./failure.ts"
import type { WidgetResource } from "./WidgetResource.ts"

export type Json = Record<string, unknown>

export interface Said {
  readonly id: number
  readonly kind: "person" | "reply"
  readonly text: string
  /** Said by a card in the person's name. */
  readonly byCard?: boolean
}

export interface Called {
  readonly id: number
  readonly kind: "call"
  readonly name: string
  readonly title: string
  readonly arguments: Json
  readonly state: "running" | "done" | "refused"
  readonly result?: CallToolResult
  readonly text?: string
  readonly failure?: Failure
  readonly widget?: WidgetResource & { readonly name: string }
  readonly milliseconds?: number
}

/** One thing in the chat. */
export type Turn = Said | Called
