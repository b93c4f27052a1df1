import { useState } from "react"
import { AccountMenu } from "./AccountMenu.tsx"
import { Bar } from "./Bar.tsx"
import { Chat } from "./Chat.tsx"
import { ConnectPanel } from "./ConnectPanel.tsx"
import { Controls } from "./Controls.tsx"
import type { Conversation } from "./conversation.ts"
import { Glyph } from "./Glyph.tsx"
import { LinkDialog } from "./LinkDialog.tsx"
import { LogPanel } from "./LogPanel.tsx"
import type { Log } from "./log.ts"
import type { Mcp } from "./mcp.ts"
import type { Settings } from "./settings.ts"
import { type Store, useStore } from "./store.ts"
import { useLinks } from "./useLinks.ts"
import { useNewBuilds } from "./useNewBuilds.ts"
import { usePageTheme } from "./usePageTheme.ts"
import type { World } from "./World.ts"

interface Props {
  readonly world: World
  readonly conversation: Conversation
  readonly mcp: Mcp
  readonly log: Log
  readonly settings: Store<Settings>
}

const panels = { log: "Log", connect: "Connect" } as const

/** The whole page: the chat in the middle, how it looks at the top, and what goes on underneath at the side. */
export const App = ({ conversation, log, mcp, settings, world }: Props) => {
  const now = useStore(settings)
  const turns = useStore(conversation.turns)
  const [panel, setPanel] = useState<keyof typeof panels | undefined>(innerWidth >= 1200 ? "log" : undefined)
  const { openLink, question } = useLinks()

  usePageTheme(now)
  useNewBuilds(world)

  return (
    <div className={panel === undefined ? "app" : "app with-panel"}>
      <Bar here="Chat" site={world.site}>
        <Controls settings={settings} />
        <AccountMenu mcp={mcp} world={world} />
        <button
          aria-label="New conversation"
          className="tool"
          disabled={turns.length === 0}
          onClick={conversation.clear}
          title="New conversation"
          type="button"
        >
          <Glyph name="broom" size={17} />
        </button>
        {(Object.keys(panels) as Array<keyof typeof panels>).map((each) => (
          <button
            aria-expanded={panel === each}
            className="tool"
            key={each}
            onClick={() => setPanel(panel === each ? undefined : each)}
            type="button"
          >
            <Glyph name={each === "log" ? "log" : "plug"} size={17} />
            <span>{panels[each]}</span>
          </button>
        ))}
      </Bar>
      <main className={`stage ${now.width}`}>
        <Chat conversation={conversation} log={log} mcp={mcp} openLink={openLink} settings={now} world={world} />
      </main>
      {panel === undefined ? null : (
        <aside className="panel">
          <div className="panel-head">
            <h2>{panel === "log" ? "Protocol log" : "Connect"}</h2>
            <button aria-label="Close" className="quiet" onClick={() => setPanel(undefined)} type="button">
              <Glyph name="close" size={16} />
            </button>
          </div>
          {panel === "log" ? <LogPanel log={log} /> : <ConnectPanel world={world} />}
        </aside>
      )}
      <LinkDialog question={question} />
    </div>
  )
}
