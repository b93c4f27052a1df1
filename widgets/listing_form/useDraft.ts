import { useEffect, useState } from "react"
import { useWidgetState } from "../kit/useWidgetState.ts"
import { type Entries, entriesOf } from "./entries.ts"
import { type Step, steps } from "./problems.ts"
import type { Form } from "./read.ts"

/** The listing that is changed, once there is one. */
export interface Saved {
  readonly id: string
  readonly status: NonNullable<Form["listing"]["status"]>
}

interface Draft {
  readonly entries: Entries
  readonly step: Step
  /** What the server has; changes are told against it. */
  readonly before: Entries
  readonly saved: Saved | undefined
}

const about = ({ listing, shop }: Form) => listing.id ?? `new in ${shop.id}`

const begun = ({ listing }: Form): Draft => ({
  entries: entriesOf(listing),
  step: steps[0],
  before: entriesOf(listing),
  saved: listing.id === undefined ? undefined : { id: listing.id, status: listing.status ?? "draft" }
})

/** What is on the way to us cannot be kept: the file stays with the page. */
const keepable = (draft: Draft): Draft => ({
  ...draft,
  entries: {
    ...draft.entries,
    pictures: draft.entries.pictures.flatMap(({ key, url }) => (url === undefined ? [] : [{ key, src: url, url }]))
  }
})

/** Everything typed, kept with the host: who comes back finds it as they left it. */
export const useDraft = (form: Form) => {
  const [kept, keep] = useWidgetState()
  const [draft, setDraft] = useState<Draft>(() => {
    const { draft, draft_of } = kept as { readonly draft?: Draft; readonly draft_of?: string }
    return draft !== undefined && draft_of === about(form) ? draft : begun(form)
  })
  const of = about(form)

  // biome-ignore lint/correctness/useExhaustiveDependencies: kept whenever it changes.
  useEffect(() => keep({ draft: keepable(draft), draft_of: of }), [draft])

  return {
    ...draft,
    set: (change: (entries: Entries) => Entries) => setDraft((now) => ({ ...now, entries: change(now.entries) })),
    go: (step: Step) => setDraft((now) => ({ ...now, step })),
    savedAs: (saved: Saved, before: Entries) => setDraft((now) => ({ ...now, saved, before }))
  }
}
