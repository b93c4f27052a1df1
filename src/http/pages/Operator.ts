import { Context } from "effect"

/** Who runs this marketplace, and what of its demo may be told to everybody. */
export class Operator extends Context.Reference<{
  /** Where people write when they need help. */
  readonly supportEmail?: string
  readonly demo?: {
    readonly agentKey: string
    readonly accounts: ReadonlyArray<string>
    /** By account. */
    readonly passwords?: Readonly<Record<string, string>>
  }
}>("craftlocal/http/pages/Operator", { defaultValue: () => ({}) }) {}
