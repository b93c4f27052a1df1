import { expectValid, releaseOf } from "./expectValid.ts"

const acp = /^\/(?:checkout_sessions|carts|\.well-known\/acp\.json)/

/** Doors whose answers in ACP are validated by their release before a test sees them, so that none can forget it. */
export const validated =
  (fetch: (request: Request) => Promise<Response>) =>
  async (request: Request): Promise<Response> => {
    const response = await fetch(request)
    const { pathname } = new URL(request.url)
    if (acp.test(pathname)) {
      const { headers, status } = response
      const answer = { status, headers, body: await response.clone().json() }
      expectValid(pathname, answer, releaseOf(request.headers.get("api-version")?.trim()))
    }
    return response
  }
