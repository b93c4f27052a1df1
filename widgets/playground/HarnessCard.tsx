import { useEffect, useMemo, useState } from "react"
import type { State } from "../kit/State.ts"
import { answersOf, here } from "./fixtures.ts"
import type { Log } from "./log.ts"
import type { Mcp } from "./mcp.ts"
import { allCapabilities, type Showing } from "./openBridge.ts"
import type { Settings } from "./settings.ts"
import { WidgetFrame } from "./WidgetFrame.tsx"
import type { WidgetResource } from "./WidgetResource.ts"

interface Props {
  readonly name: string
  readonly state: State
  readonly mcp: Mcp
  readonly log: Log
  readonly settings: Settings
  readonly hear: (what: string) => void
  readonly openLink: (url: string) => Promise<boolean>
  readonly close: () => void
}

const builtWidget = async (mcp: Mcp, name: string) => {
  const uri = (await mcp.widgets()).get(name)
  if (uri === undefined) throw new Error(`There is no card called ${name}. Choose another, or build it first.`)
  return mcp.widget(uri)
}

/** One card in one state: the tools answer what the fixture says. */
export const HarnessCard = ({ close, hear, log, mcp, name, openLink, settings, state }: Props) => {
  const [widget, setWidget] = useState<WidgetResource>()
  const [failure, setFailure] = useState("")
  const answer = useMemo(() => answersOf(state), [state])

  useEffect(() => {
    builtWidget(mcp, name).then(setWidget, (error: Error) => setFailure(error.message))
  }, [mcp, name])

  if (failure !== "") return <p role="alert">{failure}</p>
  if (widget === undefined) return <p role="status">Reading the card…</p>
  const showing: Showing = {
    name,
    widget,
    input: state.input ?? {},
    ...(state.result !== undefined && { result: here(state.result) }),
    cancelled: state.cancelled ?? false,
    capabilities: (state.capabilities ?? allCapabilities) as typeof allCapabilities,
    callTool: (tool) => {
      hear(`It called ${tool}.`)
      return answer(tool)
    },
    message: (text) => hear(`It said: ${text}`),
    tellModel: () => hear("It told the model something."),
    openLink,
    close
  }
  return <WidgetFrame log={log} settings={settings} showing={showing} />
}
