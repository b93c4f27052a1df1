import { connect } from "node:net"

/** A real Redis that tests may write to. */
export const redisUrl = process.env.REDIS_TEST_URL ?? "redis://127.0.0.1:6379"

const answers = (url: URL) =>
  new Promise<boolean>((resolve) => {
    const socket = connect({ host: url.hostname, port: Number(url.port || 6379), timeout: 2000 })
    const end = (is: boolean) => {
      socket.destroy()
      resolve(is)
    }
    socket.once("connect", () => end(true))
    socket.once("error", () => end(false))
    socket.once("timeout", () => end(false))
  })

const isThere = await answers(new URL(redisUrl))

/** Where a missing server is no reason to skip, the suites over it run and fail. */
export const redis = {
  skipped: !isThere && !process.env.CI,
  name: isThere || process.env.CI ? "Redis" : "Redis (skipped: install Redis on 127.0.0.1:6379, or set REDIS_TEST_URL)"
}
