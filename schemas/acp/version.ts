/** The release of the Agentic Commerce Protocol that is newest here. */
export const version = "2026-04-17"
