import { useEffect, useRef } from "react"

export interface LinkQuestion {
  readonly url: string
  readonly answer: (yes: boolean) => void
}

/** Cards may lead to our own pages; whether to go elsewhere, the person says. */
export const LinkDialog = ({ question }: { question: LinkQuestion | undefined }) => {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (question !== undefined) dialog.current?.showModal()
  }, [question])
  const answer = (yes: boolean) => {
    question?.answer(yes)
    dialog.current?.close()
  }
  return (
    <dialog aria-labelledby="link-title" onCancel={() => question?.answer(false)} ref={dialog}>
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
