/** An answer of the double. */
export interface Reply {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Whether it is told again under the same key: what began to be done is, also when it failed. */
  readonly kept?: boolean
  /** What happens to the first answer on its way. */
  readonly lost?: "cut" | "stalled"
}

export const ok = (body: unknown): Reply => ({ status: 200, body, kept: true })

interface Error {
  readonly type?: string
  readonly code?: string
  readonly message: string
  readonly [more: string]: unknown
}

export const failed = (status: number, error: Error, more: Partial<Reply> = {}): Reply => ({
  status,
  body: { error: { type: "invalid_request_error", ...error } },
  ...more
})

export const missing = (what: string, id: string) =>
  failed(404, { code: "resource_missing", message: `No such ${what}: '${id}'`, param: "id" })

export const outOfOrder = failed(500, { type: "api_error", message: "Something went wrong on our end." })
