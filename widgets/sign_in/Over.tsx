import { Button } from "../kit/Button.tsx"
import { Icon } from "../kit/Icon.tsx"
import { Trouble } from "../kit/Trouble.tsx"
import { useAct } from "../kit/useAct.ts"
import { useCallTool } from "../kit/useCallTool.ts"
import { useOffered } from "../kit/useOffered.ts"
import { useWords } from "../kit/useWords.ts"
import { type SignInAnswer, signInAnswer } from "./read.ts"
import { words } from "./words.ts"

/** The link leads nowhere any more; another one is a press away. */
export const Over = ({ become }: { readonly become: (answer: SignInAnswer) => void }) => {
  const t = useWords(words)
  const act = useAct()
  const call = useCallTool()
  const offered = useOffered()
  const can = call !== undefined && offered("create_session")
  const anew = () =>
    act.run("anew", async () => {
      const fresh = signInAnswer(await call!("create_session", {}))
      if (fresh !== undefined) become(fresh)
    })
  return (
    <section className="over">
      <Icon name="clock" size={32} />
      <h2>{t("over")}</h2>
      <p>{t(can ? "overHint" : "overAsk")}</p>
      {can ? (
        <Button busy={act.doing !== undefined} kind="primary" onPress={anew}>
          {t(act.doing === undefined ? "anew" : "loading")}
        </Button>
      ) : null}
      <Trouble message={act.failure?.message} />
    </section>
  )
}
