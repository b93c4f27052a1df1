import { useEffect, useState } from "react"
import type { State } from "../kit/State.ts"
import { Bar } from "./Bar.tsx"
import { Controls } from "./Controls.tsx"
import { fixtures } from "./fixtures.ts"
import { Glyph } from "./Glyph.tsx"
import { HarnessCard } from "./HarnessCard.tsx"
import { HarnessList } from "./HarnessList.tsx"
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
  readonly name: string | undefined
  readonly mcp: Mcp
  readonly log: Log
  readonly settings: Store<Settings>
}

const alone: State = { name: "waiting" }

/** Cards outside a conversation: the list of all, or one in its states. The address says what is shown. */
export const Harness = ({ log, mcp, name, settings, world }: Props) => {
  const now = useStore(settings)
  const states = (name !== undefined && fixtures.get(name)) || [alone]
  const [chosen, choose] = useState(new URLSearchParams(location.search).get("state") ?? "ready")
  const [turn, setTurn] = useState(0)
  const [heard, hear] = useState("")
  const { openLink, question } = useLinks()
  const state = states.find((each) => each.name === chosen) ?? states[0]!
  usePageTheme(now)
  useNewBuilds(world, name)

  useEffect(() => {
    if (name === undefined) return
    const shown = new URLSearchParams({ state: state.name, theme: now.theme, width: now.width, locale: now.locale })
    history.replaceState(null, "", `?${shown}`)
  }, [name, state, now])

  const names = [...new Set([...world.widgets, ...fixtures.keys()])]
  return (
    <div className={name === undefined ? "app" : "app with-panel"}>
      <Bar here="Cards" site={world.site}>
        <Controls settings={settings} />
      </Bar>
      {name === undefined ? (
        <main className="gallery-page">
          <HarnessList names={names} />
        </main>
      ) : (
        <main className="gallery-page">
          <h1>{name.replaceAll("_", " ")}</h1>
          <fieldset className="states">
            <legend className="heard-only">State</legend>
            {states.map((each) => (
              <button
                aria-pressed={each === state}
                key={each.name}
                onClick={() => {
                  choose(each.name)
                  hear("")
                }}
                type="button"
              >
                {each.name}
              </button>
            ))}
            <button
              aria-label="Begin this state anew"
              className="quiet"
              onClick={() => setTurn(turn + 1)}
              type="button"
            >
              <Glyph name="again" size={16} />
            </button>
          </fieldset>
          <div className={`shelf ${now.width}`}>
            <HarnessCard
              close={() => setTurn(turn + 1)}
              hear={hear}
              key={`${state.name} ${turn}`}
              log={log}
              mcp={mcp}
              name={name}
              openLink={openLink}
              settings={now}
              state={state}
            />
          </div>
          <p className="heard" role="status">
            {heard}
          </p>
        </main>
      )}
      {name === undefined ? null : (
        <aside className="panel">
          <div className="panel-head">
            <h2>Protocol log</h2>
          </div>
          <LogPanel log={log} />
        </aside>
      )}
      <LinkDialog question={question} />
    </div>
  )
}
