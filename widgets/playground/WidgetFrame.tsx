import type { AppBridge } from "@modelcontextprotocol/ext-apps/app-bridge"
import { useEffect, useRef, useState } from "react"
import { Glyph } from "./Glyph.tsx"
import type { Log } from "./log.ts"
import { openBridge, type Showing } from "./openBridge.ts"
import { hostContext, type Settings } from "./settings.ts"

interface Props {
  readonly showing: Showing
  readonly settings: Settings
  readonly log: Log
}

const TEARDOWN_MS = 500

/** A card in the chat: lives on while others come, follows the theme, and is told before it goes. */
export const WidgetFrame = ({ log, settings, showing }: Props) => {
  const frame = useRef<HTMLIFrameElement>(null)
  const bridge = useRef<AppBridge>(undefined)
  const [height, setHeight] = useState(160)
  const [full, setFull] = useState(false)
  const { name } = showing

  const context = () => hostContext(settings, full ? innerWidth : (frame.current?.clientWidth ?? 0), full)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a card is opened once, and told of changes below
  useEffect(() => {
    const opened = openBridge(
      showing,
      {
        element: frame.current!,
        context: context(),
        size: (wanted) => setHeight(Math.min(Math.max(wanted, 40), 20_000)),
        display: (mode) => setFull(mode === "fullscreen")
      },
      log
    )
    bridge.current = opened
    return () => void opened.close()
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: what the surroundings are made of
  useEffect(() => bridge.current?.setHostContext(context()), [settings, full])

  useEffect(() => {
    if (!full) return
    const leave = ({ key }: KeyboardEvent) => key === "Escape" && setFull(false)
    addEventListener("keydown", leave)
    return () => removeEventListener("keydown", leave)
  }, [full])

  const close = async () => {
    const asked = bridge.current?.teardownResource({}).catch(() => undefined)
    await Promise.race([asked, new Promise((next) => setTimeout(next, TEARDOWN_MS))])
    showing.close()
  }

  return (
    <div className={full ? "frame full" : "frame"}>
      <div className="frame-bar">
        <span className="frame-name">{name.replaceAll("_", " ")}</span>
        <button
          aria-label={full ? `Leave full screen of ${name}` : `Show ${name} in full screen`}
          className="quiet"
          onClick={() => setFull(!full)}
          type="button"
        >
          <Glyph name={full ? "close" : "expand"} size={15} />
        </button>
        {full ? null : (
          <button aria-label={`Remove ${name}`} className="quiet" onClick={close} type="button">
            <Glyph name="close" size={15} />
          </button>
        )}
      </div>
      <iframe
        ref={frame}
        sandbox="allow-scripts allow-forms allow-popups"
        style={full ? {} : { height: `${height}px` }}
        title={`${name.replaceAll("_", " ")} card`}
      />
    </div>
  )
}
