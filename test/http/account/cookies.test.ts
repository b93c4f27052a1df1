import { HttpServerResponse } from "effect/http"
import { assert, describe, it } from "vitest"
import { cookieNames, withCookie } from "../../../src/http/account/cookies.ts"

const headerOf = (publicUrl: string) => {
  const { session } = cookieNames(publicUrl)
  const response = withCookie(publicUrl, session, "h")(HttpServerResponse.empty())
  return HttpServerResponse.toWeb(response).headers.getSetCookie()[0]!
}

describe("the cookie of a session", () => {
  it("is this host's alone, and encrypted, where the marketplace is", () => {
    const cookie = headerOf("https://craft.example")
    assert.match(cookie, /^__Host-craftlocal_session=h;/)
    for (const attribute of [/; Secure/, /; HttpOnly/, /; SameSite=Lax/, /; Path=\//]) assert.match(cookie, attribute)
    assert.notMatch(cookie, /Domain/)
  })

  it("can be kept without encryption on a machine of one's own", () => {
    const cookie = headerOf("http://localhost:3001")
    assert.match(cookie, /^craftlocal_session=h;/)
    assert.notMatch(cookie, /Secure/)
  })
})
