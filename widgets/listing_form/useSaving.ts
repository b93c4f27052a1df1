import { useState } from "react"
import { listingWords } from "../kit/listingWords.ts"
import type { Refused } from "../kit/Refused.ts"
import { useAct } from "../kit/useAct.ts"
import { useAnnounce } from "../kit/useAnnounce.ts"
import { useMoment } from "../kit/useMoment.ts"
import { useOffered } from "../kit/useOffered.ts"
import { useTellModel } from "../kit/useTellModel.ts"
import { useWords } from "../kit/useWords.ts"
import { useWrite } from "../kit/useWrite.ts"
import type { MyListing } from "../listing_confirmation/read.ts"
import { listingWritten } from "../listing_confirmation/read.ts"
import { changesOf, type Entries, payloadOf } from "./entries.ts"
import type { Field } from "./problems.ts"
import type { Form } from "./read.ts"
import { refusedFields } from "./refusedFields.ts"
import type { Saved } from "./useDraft.ts"

/** For sale, for later, or as it stands with other words. */
export type Wish = "active" | "draft" | "changes"

export type Refusals = Partial<Record<Field, string>>

interface Draft {
  readonly entries: Entries
  readonly before: Entries
  readonly saved: Saved | undefined
  readonly savedAs: (saved: Saved, before: Entries) => void
}

const told = (wish: Wish, { status }: MyListing) => {
  if (wish === "changes") return "changedMessage"
  return status === "pending_review" ? "sentMessage" : "publishedMessage"
}

/** Brings the draft to the server, and the server's refusals back to their entries. */
export const useSaving = (form: Form, { before, entries, saved, savedAs }: Draft) => {
  const t = useWords(listingWords)
  const act = useAct()
  const write = useWrite()
  const offered = useOffered()
  const announce = useAnnounce()
  const tellModel = useTellModel()
  const { input } = useMoment()
  const [refusals, setRefusals] = useState<Refusals>({})
  const [done, setDone] = useState<MyListing>()
  const tool = saved === undefined ? "create_listing" : "update_listing"

  const args = (wish: Wish) => {
    if (saved === undefined) {
      return { ...payloadOf(entries), status: wish === "draft" ? "draft" : "active", shop_id: form.shop.id }
    }
    const changes = changesOf(before, entries, input)
    const status = wish === "changes" ? {} : { status: wish }
    const updates = { ...changes, ...status }
    // Nothing is otherwise: said as it is, it is saved as it is.
    const some = Object.keys(updates).length > 0 ? updates : { title: payloadOf(entries).title }
    return { listing_id: saved.id, updates: some }
  }

  const save = (wish: Wish, onRefused: (refusals: Refusals) => void, onKept: () => void) =>
    act.run(wish, async () => {
      setRefusals({})
      try {
        const written = listingWritten(await write!(tool, args(wish)))
        if (written === undefined) return
        const { listing } = written
        savedAs({ id: listing.id, status: listing.status }, entries)
        const facts = { listing_id: listing.id, status: listing.status }
        if (wish === "draft") {
          onKept()
          return tellModel(`I saved a draft of listing ${listing.id}.`, facts)
        }
        setDone(listing)
        await announce(t(told(wish, listing), { listing: listing.id }), facts)
      } catch (error) {
        const found = refusedFields(error as Refused)
        setRefusals(found)
        onRefused(found)
        throw error
      }
    })

  return {
    save: write !== undefined && offered(tool) ? save : undefined,
    doing: act.doing,
    /** What is wrong with the whole; what is wrong with an entry stands beside it. */
    failure: Object.keys(refusals).length > 0 ? undefined : act.failure?.message,
    refusals,
    forgive: (field: Field) => setRefusals(({ [field]: _, ...others }) => others),
    done,
    again: () => setDone(undefined)
  }
}
