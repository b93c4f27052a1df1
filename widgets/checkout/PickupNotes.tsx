import { useState } from "react"
import { Button } from "../kit/Button.tsx"
import { Field } from "../kit/Field.tsx"
import { issuesOf } from "../kit/issuesOf.ts"
import { useWords } from "../kit/useWords.ts"
import type { CheckoutActs } from "./useCheckout.ts"
import { words } from "./words.ts"

/** What the maker should know about the pickup; a button to save it appears when it is otherwise. */
export const PickupNotes = ({ checkout: { act, revise, shown } }: { readonly checkout: CheckoutActs }) => {
  const t = useWords(words)
  const saved = shown.session.pickup_notes ?? ""
  const [typed, type] = useState<string>()
  const notes = typed ?? saved
  const save = async () => {
    if (await revise?.("notes", { pickup_notes: notes })) type(undefined)
  }
  return (
    <div className="notes">
      <Field
        hint={t("notesHint")}
        kind="area"
        label={t("notes")}
        maxLength={500}
        onInput={type}
        value={notes}
        wrong={issuesOf(act.failure).find(({ path }) => path === "pickup_notes")?.message}
      />
      {notes === saved ? null : (
        <Button busy={act.doing === "notes"} onPress={save}>
          {t("saveNotes")}
        </Button>
      )}
    </div>
  )
}
