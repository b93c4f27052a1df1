import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { exportJWK, generateKeyPair, type JWK, SignJWT } from "jose"

export interface Signed {
  readonly header?: Readonly<Record<string, unknown>>
  readonly claims?: Readonly<Record<string, unknown>>
  /** Which of its keys; the newest when it is not said. */
  readonly kid?: string
}

/** A double of an issuer elsewhere: it publishes its keys over loopback and signs whatever it is told to. */
export const openIssuer = async () => {
  const keys = new Map<string, { readonly privateKey: CryptoKey; readonly open: JWK }>()
  let asked = 0
  let isAway = false
  const turn = async (kid: string, alg = "RS256") => {
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true })
    keys.set(kid, { privateKey, open: { ...(await exportJWK(publicKey)), kid, alg, use: "sig" } })
  }
  const server = createServer((request, response) => {
    if (isAway) return void response.writeHead(503).end()
    const told = (body: unknown) => response.setHeader("content-type", "application/json").end(JSON.stringify(body))
    if (request.url === "/.well-known/openid-configuration") return void told({ issuer, jwks_uri: `${issuer}/keys` })
    if (request.url !== "/keys") return void response.writeHead(404).end()
    asked += 1
    told({ keys: [...keys.values()].map(({ open }) => open) })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await turn("first")
  return {
    issuer,
    /** Makes another key; from then on it signs. */
    turn,
    /** Publishes a key no more. */
    retire: (kid: string) => keys.delete(kid),
    goAway: (away: boolean) => {
      isAway = away
    },
    timesAsked: () => asked,
    /** Undefined takes a claim away. */
    sign: async ({ claims = {}, header = {}, kid = [...keys.keys()].at(-1)! }: Signed = {}) => {
      const payload = Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined))
      const { open, privateKey } = keys.get(kid)!
      return new SignJWT(payload).setProtectedHeader({ alg: open.alg!, kid, typ: "at+jwt", ...header }).sign(privateKey)
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    }
  }
}
