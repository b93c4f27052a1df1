import { createHash } from "node:crypto"

/** Hosts that want the origin of a widget named, each in its own way. */
export type Host = "chatgpt" | "claude"

/** What is asked by, from what a client says of itself. */
export const hostOf = (userAgent: string, clientName: string): Host | undefined => {
  if (userAgent.startsWith("openai-mcp") || clientName === "openai-mcp") return "chatgpt"
  return /^claude/i.test(userAgent) || /claude/i.test(clientName) ? "claude" : undefined
}

/**
 * The origin of its own that a host gives our widgets: for ChatGPT one that we own, for Claude one that follows from the
 * address it reads us at. Others choose by themselves, and so does whoever reads us without an address.
 */
export const widgetDomain = (host: Host | undefined, publicUrl: string, path: string | undefined) => {
  if (host === "chatgpt") return new URL(publicUrl).origin
  if (host === undefined || path === undefined) return undefined
  return `${createHash("sha256").update(`${publicUrl}${path}`).digest("hex").slice(0, 32)}.claudemcpcontent.com`
}
