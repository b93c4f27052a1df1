import { useEffect, useRef } from "react"

export interface LinkQuestion {
  readonly url: string
  readonly answer: (yes: boolean) => void
}

/** Cards may lead to our own pages; whether to go elsewhere, the person says. */
export const LinkDialog = ({ question }: { question: LinkQuestion | undefined }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (question === undefined) dialog.current?.close()
    else if (dialog.current?.open === false) dialog.current.showModal()
  }, [question])
  const answer = (yes: boolean) => question?.answer(yes)
  // A browser may close it by itself. What it closed for an earlier question is told late, when the next may be open.
  const closed = () => dialog.current?.open === false && answer(false)
  return (
    <dialog aria-labelledby="link-title" onClose={closed} ref={dialog}>
      <h2 id="link-title">A card wants to open another site</h2>
      <p className="link-url">{question?.url}</p>
      <div className="dialog-actions">
        <button className="button" onClick={() => answer(false)} type="button">
          Stay here
        </button>
        <button className="button primary" onClick={() => answer(true)} type="button">
          Open it
        </button>
      </div>
    </dialog>
  )
}
