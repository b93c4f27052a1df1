import { CallTurn } from "./CallTurn.tsx"
import { Composer } from "./Composer.tsx"
import type { Conversation } from "./conversation.ts"
import type { Log } from "./log.ts"
import type { Mcp } from "./mcp.ts"
import type { Settings } from "./settings.ts"
import { useStore } from "./store.ts"
import { suggestionsFor } from "./suggestions.ts"
import type { Called, Turn } from "./Turn.ts"
import { useFollow } from "./useFollow.ts"
import { Welcome } from "./Welcome.tsx"
import { WidgetFrame } from "./WidgetFrame.tsx"
import type { World } from "./World.ts"

interface Props {
  readonly world: World
  readonly conversation: Conversation
  readonly mcp: Mcp
  readonly log: Log
  readonly settings: Settings
  readonly openLink: (url: string) => Promise<boolean>
}

/** The conversation: what was said, and what came of it. */
export const Chat = ({ conversation, log, mcp, openLink, settings, world }: Props) => {
  const turns = useStore(conversation.turns)
  const busy = useStore(conversation.busy)
  const heard = useStore(conversation.heard)
  const context = useStore(conversation.context)
  const account = useStore(mcp.account)
  const { leaves, scroll } = useFollow(turns.findLast(({ kind }) => kind === "person")?.id)

  const say = (text: string) => void conversation.say(text)

  const cardOf = ({ arguments: input, id, result, widget }: Called) =>
    widget === undefined || result === undefined ? null : (
      <WidgetFrame
        log={log}
        settings={settings}
        showing={{
          name: widget.name,
          widget,
          input,
          result,
          callTool: conversation.callFromCard,
          message: (text) => void conversation.say(text, true),
          tellModel: conversation.learnFromCard,
          openLink,
          close: () => conversation.remove(id)
        }}
      />
    )

  const turnOf = (turn: Turn) =>
    turn.kind === "call" ? (
      <CallTurn
        accounts={world.accounts.filter((email) => email !== account)}
        card={cardOf(turn)}
        retry={() => void conversation.again(turn.id)}
        signInAndRetry={async (email) => {
          await mcp.signIn(email)
          await conversation.again(turn.id)
        }}
        turn={turn}
      />
    ) : (
      <p className={turn.kind === "person" ? "bubble" : "reply"}>
        <span className="heard-only">
          {turn.kind === "person" ? (turn.byCard ? "Said for you by a card: " : "You: ") : `${world.site}: `}
        </span>
        {turn.text}
        {turn.kind === "person" && turn.byCard ? <small aria-hidden="true">from a card</small> : null}
      </p>
    )

  return (
    <section aria-label="Conversation" className="chat">
      <div className="scroll" ref={scroll} {...leaves}>
        <div>
          {turns.length === 0 ? (
            <Welcome say={say} site={world.site} />
          ) : (
            <>
              <h1 className="heard-only">Conversation with {world.site}</h1>
              <ol className="turns">
                {turns.map((turn) => (
                  <li className={turn.kind} key={turn.id}>
                    {turnOf(turn)}
                  </li>
                ))}
              </ol>
            </>
          )}
          {busy ? (
            <p aria-hidden="true" className="typing">
              <span />
              <span />
              <span />
            </p>
          ) : null}
        </div>
      </div>
      <p className="heard-only" role="status">
        {heard}
      </p>
      <Composer next={turns.length === 0 ? [] : suggestionsFor(context)} say={say} />
    </section>
  )
}
