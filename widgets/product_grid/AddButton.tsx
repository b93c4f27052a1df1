import { useEffect, useState } from "react"
import { Button } from "../kit/Button.tsx"
import { Icon } from "../kit/Icon.tsx"
import { issuesOf } from "../kit/issuesOf.ts"
import { Refused } from "../kit/Refused.ts"
import { useWords } from "../kit/useWords.ts"
import type { Add } from "./useAdding.ts"
import { words } from "./words.ts"

const addedForMs = 2500

interface Props {
  readonly listing: { readonly id: string; readonly title: string }
  readonly add: Add
  readonly announce: (what: string) => void
  readonly onFailure: (message: string | undefined) => void
}

/** Asks, says so when it is done, and is ready for the next one. */
export const AddButton = ({ add, announce, listing, onFailure }: Props) => {
  const t = useWords(words)
  const [state, setState] = useState<"add" | "adding" | "added">("add")

  useEffect(() => {
    if (state !== "added") return
    const timer = setTimeout(() => setState("add"), addedForMs)
    return () => clearTimeout(timer)
  }, [state])

  const press = async () => {
    setState("adding")
    onFailure(undefined)
    try {
      await add(listing.id)
      setState("added")
      announce(t("wasAdded", { title: listing.title }))
    } catch (error) {
      setState("add")
      const which = error instanceof Refused && issuesOf(error).some(({ path }) => path === "variant")
      onFailure(which ? t("whichOne") : (error as Error).message)
    }
  }

  return (
    <Button busy={state === "adding"} kind="primary" label={`${t(state)}: ${listing.title}`} onPress={press}>
      {state === "added" ? <Icon name="check" size={16} /> : null}
      {state === "add" ? (
        <>
          <span className="wide">{t("add")}</span>
          <span className="narrow">{t("addShort")}</span>
        </>
      ) : (
        t(state)
      )}
    </Button>
  )
}
