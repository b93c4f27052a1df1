import { Button } from "../Button.tsx"
import { useWords } from "../useWords.ts"
import { reorderWords } from "./reorderWords.ts"
import type { Reorder } from "./useReorder.ts"

/** One button for all of it, so that the keyboard keeps its place: begin, try again, and at the end the cart. */
export const ReorderButton = ({ number, reorder }: { readonly number: string; readonly reorder: Reorder }) => {
  const t = useWords(reorderWords)
  const { now, run, show, state } = reorder
  const ended = state === "done" && show !== undefined
  // Where nobody takes messages: pressed again it would put everything in a second time.
  if (state === "done" && !ended && now?.cartId !== undefined) return null
  const words = {
    idle: t("reorder"),
    busy: t("adding", { n: (now?.all ?? 0) - (now?.rest.length ?? 0) + 1, all: now?.all ?? 0 }),
    stopped: t("retry"),
    done: ended ? t("showCart") : t("reorder")
  }[state]
  return (
    <Button busy={state === "busy"} label={`${words}: ${number}`} onPress={ended ? show : run}>
      {words}
    </Button>
  )
}
