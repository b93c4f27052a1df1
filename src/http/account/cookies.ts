import { Duration } from "effect"
import { HttpServerResponse } from "effect/http"

/** What a browser keeps for us. With https no other host, and no page without it, can write them. */
export const cookieNames = (publicUrl: string) => {
  const prefix = publicUrl.startsWith("https:") ? "__Host-" : ""
  return { session: `${prefix}craftlocal_session`, form: `${prefix}craftlocal_form` } as const
}

const options = (publicUrl: string) =>
  ({ path: "/", httpOnly: true, sameSite: "lax", secure: publicUrl.startsWith("https:") }) as const

/** A cookie that scripts cannot read, and that other sites' forms do not send. Without an age it ends with the browser. */
export const withCookie = (publicUrl: string, name: string, value: string, maxAge?: Duration.Duration) =>
  HttpServerResponse.setCookieUnsafe(name, value, { ...options(publicUrl), ...(maxAge && { maxAge }) })

export const withoutCookie = (publicUrl: string, name: string) =>
  HttpServerResponse.expireCookieUnsafe(name, options(publicUrl))

/** No browser stays signed in for longer, used or not. */
export const longestSession = Duration.days(30)
