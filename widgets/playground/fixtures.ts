import type { CallToolResult } from "@modelcontextprotocol/client"
import type { ToolResult } from "../kit/hostWords.ts"
import { type State, sampleOrigin } from "../kit/State.ts"

const modules = import.meta.glob<{ readonly states: ReadonlyArray<State> }>("../*/states.ts", { eager: true })

/** The states that each widget comes with, by its name. */
export const fixtures: ReadonlyMap<string, ReadonlyArray<State>> = new Map(
  Object.entries(modules).map(([path, { states }]) => [path.split("/")[1]!, states])
)

/** An answer whose pictures and pages are this server's. */
export const here = (result: ToolResult): CallToolResult => ({
  content: [],
  ...JSON.parse(JSON.stringify(result).replaceAll(sampleOrigin, location.origin))
})

/** Answers the tools as the state says, one answer after the other where there are several. */
export const answersOf = ({ tools = {} }: State) => {
  const asked = new Map<string, number>()
  return async (name: string): Promise<CallToolResult> => {
    const told = tools[name]
    if (told === undefined) throw new Error(`This state has no answer of ${name}.`)
    const answers = (Array.isArray(told) ? told : [told]) as ReadonlyArray<ToolResult>
    const turn = asked.get(name) ?? 0
    asked.set(name, turn + 1)
    return here(answers[Math.min(turn, answers.length - 1)]!)
  }
}
