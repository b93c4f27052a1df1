import "./jitless.ts"
import "../kit/theme.css"
import "../kit/kit.css"
import "./playground.css"
import "./chat.css"
import "./card.css"
import "./panel.css"
import "./gallery.css"
import { createRoot } from "react-dom/client"
import { App } from "./App.tsx"
import { createConversation } from "./conversation.ts"
import { Harness } from "./Harness.tsx"
import { createLog } from "./log.ts"
import { connect } from "./mcp.ts"
import { createSettings } from "./settings.ts"
import type { World } from "./World.ts"

const root = document.getElementById("root")!
const world = JSON.parse(root.dataset.world ?? "{}") as World

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"])
const own = new URL(world.public_url)

// Only pages of the public address may call; on this machine its other names lead there.
if (own.origin !== location.origin && loopback.has(own.hostname) && loopback.has(location.hostname)) {
  location.replace(`${own.origin}${location.pathname}${location.search}`)
} else {
  const log = createLog()
  const mcp = connect(`${location.origin}/mcp`, log)
  const settings = createSettings()
  const [, harness, name] = /^\/playground\/(widgets)(?:\/(\w+))?/.exec(location.pathname) ?? []
  createRoot(root).render(
    harness === undefined ? (
      <App conversation={createConversation(mcp)} log={log} mcp={mcp} settings={settings} world={world} />
    ) : (
      <Harness log={log} mcp={mcp} name={name} settings={settings} world={world} />
    )
  )
}
