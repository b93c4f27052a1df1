import { useEffect, useRef } from "react"
import { TextButton } from "../kit/TextButton.tsx"
import { useWords } from "../kit/useWords.ts"
import { nameOf } from "./lines.ts"
import type { Removing } from "./useRemoving.ts"
import { words } from "./words.ts"

/** Takes the place of the button that went away with its line, also for the keyboard. */
export const Undo = ({ removing: { busy, removed, undo } }: { readonly removing: Removing }) => {
  const t = useWords(words)
  const button = useRef<HTMLButtonElement>(null)
  const name = removed && nameOf(removed)
  useEffect(() => {
    if (name !== undefined) button.current?.focus({ preventScroll: true })
  }, [name])
  return (
    <div className="undo spread">
      <p role="status">
        {t("removed")} <bdi>{removed?.title}</bdi>
      </p>
      <TextButton busy={busy} onPress={undo} ref={button}>
        {t("undo")}
      </TextButton>
    </div>
  )
}
