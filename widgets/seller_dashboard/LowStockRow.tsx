import { useState } from "react"
import { Badge } from "../kit/Badge.tsx"
import { Button } from "../kit/Button.tsx"
import { issuesOf } from "../kit/issuesOf.ts"
import { Stepper } from "../kit/Stepper.tsx"
import { Trouble } from "../kit/Trouble.tsx"
import { useAct } from "../kit/useAct.ts"
import { useOffered } from "../kit/useOffered.ts"
import { useSendMessage } from "../kit/useSendMessage.ts"
import { useWords } from "../kit/useWords.ts"
import { useWrite } from "../kit/useWrite.ts"
import type { LowStock } from "./read.ts"
import { words } from "./words.ts"

const MOST = 1_000_000

interface Props {
  readonly listing: LowStock
  readonly onSaved: (stock: number) => void
}

/** A piece that runs out, and how many there are now. */
export const LowStockRow = ({ listing: { listing_id, stock, title }, onSaved }: Props) => {
  const t = useWords(words)
  const act = useAct()
  const write = useWrite()
  const offered = useOffered()
  const send = useSendMessage()
  const [saved, setSaved] = useState(stock)
  const [count, setCount] = useState(stock)
  const [notTaken, setNotTaken] = useState(false)
  const here = write !== undefined && offered("update_listing")

  const save = () =>
    act.run("save", async () => {
      await write?.("update_listing", { listing_id, updates: { stock: count } })
      setSaved(count)
      onSaved(count)
    })
  const ask = async () => setNotTaken(!(await send?.(`I want to change the stock of listing ${listing_id}.`)))

  const [issue] = issuesOf(act.failure)
  return (
    <li className="low">
      <p className="what">
        {title}{" "}
        <Badge tone={saved === 0 ? "bad" : "warning"}>{saved === 0 ? t("soldOut") : t("left", { count: saved })}</Badge>
      </p>
      {here ? (
        <div className="row">
          <Stepper
            busy={act.doing !== undefined}
            label={`${t("stock")}: ${title}`}
            least={0}
            most={MOST}
            onChange={setCount}
            value={count}
          />
          {count === saved ? null : (
            <Button busy={act.doing !== undefined} label={`${t("save")}: ${title}`} onPress={save}>
              {t(act.doing === undefined ? "save" : "saving")}
            </Button>
          )}
        </div>
      ) : send === undefined ? null : (
        <Button label={`${t("changeStock")}: ${title}`} onPress={ask}>
          {t("changeStock")}
        </Button>
      )}
      <Trouble message={notTaken ? t("notTaken") : (issue?.message ?? act.failure?.message)} />
    </li>
  )
}
