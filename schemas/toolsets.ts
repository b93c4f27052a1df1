/** The parts in which people's assistants may take the tools, each at an address of its own: `/mcp/<toolset>`. */
export const toolsets = ["storefront", "cart", "orders", "seller", "membership", "session"] as const
export type Toolset = (typeof toolsets)[number]

/** Every address that people's tokens are for, that of the whole door first. */
export const resourcesOf = (publicUrl: string): readonly [string, ...Array<string>] => [
  `${publicUrl}/mcp`,
  ...toolsets.map((toolset) => `${publicUrl}/mcp/${toolset}`)
]

/** The paths of the same. */
export const mcpPaths = ["/mcp", ...toolsets.map((toolset) => `/mcp/${toolset}` as const)] as const
