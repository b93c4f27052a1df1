/** What the page is told of the server it comes from. */
export interface World {
  readonly site: string
  readonly public_url: string
  readonly version: string
  readonly agent_key: string
  readonly accounts: ReadonlyArray<string>
  /** Where accounts are kept, when not here. */
  readonly issuer?: string
  readonly widgets: ReadonlyArray<string>
  readonly dev: boolean
}
