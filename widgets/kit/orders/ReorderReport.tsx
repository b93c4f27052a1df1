import { Button } from "../Button.tsx"
import { Trouble } from "../Trouble.tsx"
import { useWords } from "../useWords.ts"
import { reorderWords } from "./reorderWords.ts"
import type { Reorder } from "./useReorder.ts"

const List = ({ lines, title }: { readonly title: string; readonly lines: ReadonlyArray<string> }) =>
  lines.length === 0 ? null : (
    <div>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )

/** What came of it, with the names of what could not be had: here, and not in the conversation. */
export const ReorderReport = ({ reorder }: { readonly reorder: Reorder }) => {
  const t = useWords(reorderWords)
  const { now, show, state, untold } = reorder
  const over = now !== undefined && (state === "done" || state === "stopped")
  const whole = over && now.gone.length + now.short.length + now.unfit.length === 0
  const words = () => {
    if (state === "stopped") return now?.cartId === undefined ? "" : t("someInCart")
    return now?.cartId === undefined ? t("noneInCart") : t(whole ? "allInCart" : "inCart")
  }
  return (
    <div className={over ? "reordered" : "heard-only"}>
      {over ? (
        <>
          <List lines={now.gone} title={t("gone")} />
          <List lines={now.short.map((line) => t("shortBy", line))} title={t("short")} />
          <List lines={now.unfit.map(({ title, why }) => `${title}: ${why}`)} title={t("unfit")} />
        </>
      ) : null}
      <p className="soft" role="status">
        {over ? words() : ""}
      </p>
      {over ? <Trouble message={now.failure?.message ?? (untold ? t("notTaken") : undefined)} /> : null}
      {state === "stopped" && show !== undefined ? <Button onPress={show}>{t("showCart")}</Button> : null}
    </div>
  )
}
