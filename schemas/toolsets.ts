/** The parts in which people's assistants may take the tools, each at an address of its own: `/mcp/<toolset>`. */
export const toolsets = ["storefront", "cart", "orders", "seller", "session"] as const
export type Toolset = (typeof toolsets)[number]

/** Every address of the MCP door that people's tokens are for, the whole of it first. */
export const mcpPaths = ["/mcp", ...toolsets.map((toolset) => `/mcp/${toolset}` as const)] as const
