const isLoopback = (host: string) => host === "localhost" || host === "::1" || host.startsWith("127.")

/**
 * How a server is talked to, by its address. `smtps` is encrypted from the first byte; `smtp` becomes so where the
 * server can, and must before a password is told to another machine.
 */
export const connectionOf = (address: string) => {
  const url = new URL(address)
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1")
  const secure = url.protocol === "smtps:"
  const auth =
    url.username === "" ? undefined : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
  return {
    pool: true as const,
    host,
    port: url.port === "" ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTLS: !secure && auth !== undefined && !isLoopback(host),
    ...(auth !== undefined && { auth }),
    maxConnections: 4,
    // The outbox tries again; here a letter is tried once.
    maxRequeues: 0,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000
  }
}
