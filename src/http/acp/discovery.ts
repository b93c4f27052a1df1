import { HttpServerResponse } from "effect/http"
import type { Discovery } from "../../../schemas/acp/Discovery.ts"
import { version } from "../../../schemas/acp/version.ts"
import { releases } from "../../services/acp/dialects/index.ts"
import { discount } from "../../services/acp/session/capabilitiesOf.ts"

/** What agents read before they have a key. */
export const discovery = (publicUrl: string): HttpServerResponse.HttpServerResponse => {
  const { name, spec } = discount
  const body: Discovery = {
    protocol: { name: "acp", version, supported_versions: releases.toReversed() },
    api_base_url: publicUrl,
    transports: ["rest", "mcp"],
    capabilities: {
      services: ["checkout", "carts"],
      extensions: [{ name, spec }],
      intervention_types: ["3ds"],
      supported_currencies: ["usd"]
    }
  }
  return HttpServerResponse.jsonUnsafe(body, { headers: { "cache-control": "public, max-age=3600" } })
}
