import { useState } from "react"
import { Button } from "../kit/Button.tsx"
import { Field } from "../kit/Field.tsx"
import { issuesOf } from "../kit/issuesOf.ts"
import { onEnter } from "../kit/onEnter.ts"
import { Trouble } from "../kit/Trouble.tsx"
import { useAct } from "../kit/useAct.ts"
import { useWords } from "../kit/useWords.ts"
import { useWrite } from "../kit/useWrite.ts"
import type { LowStock } from "./read.ts"
import { words } from "./words.ts"

const MOST = 1_000_000

interface Props {
  readonly listing: LowStock
  readonly stock: number
  readonly onSaved: (stock: number) => void
}

/** How many there are now, as typed until it is saved. */
export const StockForm = ({ listing: { listing_id, title }, onSaved, stock }: Props) => {
  const t = useWords(words)
  const act = useAct()
  const write = useWrite()
  const [typed, type] = useState<string>()
  const [wrong, setWrong] = useState(false)
  const [issue] = issuesOf(act.failure)
  const isOther = typed !== undefined && typed !== String(stock)

  const save = () => {
    const count = /^\d+$/.test(typed ?? "") ? Number(typed) : undefined
    setWrong(isOther && (count === undefined || count > MOST))
    if (!isOther || count === undefined || count > MOST) return
    void act.run("save", async () => {
      await write?.("update_listing", { listing_id, updates: { stock: count } })
      type(undefined)
      onSaved(count)
    })
  }
  return (
    <>
      <form className="stock" onKeyDown={onEnter(save)}>
        <Field
          inputMode="numeric"
          label={
            <>
              {t("stock")}
              <span className="heard-only">: {title}</span>
            </>
          }
          onInput={type}
          value={typed ?? String(stock)}
          wrong={wrong ? t("stockWrong") : issue?.message}
        />
        {isOther ? (
          <Button busy={act.doing !== undefined} label={`${t("save")}: ${title}`} onPress={save}>
            {t(act.doing === undefined ? "save" : "saving")}
          </Button>
        ) : null}
      </form>
      <Trouble message={issue === undefined ? act.failure?.message : undefined} />
    </>
  )
}
