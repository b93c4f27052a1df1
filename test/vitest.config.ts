import { fileURLToPath } from "node:url"
import { defineConfig } from "vitest/config"

export default defineConfig({
  root: fileURLToPath(new URL("..", import.meta.url)),
  test: {
    include: ["test/**/*.test.{ts,tsx}"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // What is waited for comes late on a busy machine. What is there already waits for nothing.
    expect: { poll: { timeout: 10_000 } },
    pool: "forks",
    // Files of a worker share what they import: nothing in a module changes but counters, and each file has its own world.
    isolate: false,
    // One more than the smallest machine has processors: some wait for servers, browsers and clocks.
    maxWorkers: 3
  }
})
