import { useState } from "react"
import { Button } from "../kit/Button.tsx"
import { LinkOut } from "../kit/LinkOut.tsx"
import { listingWords } from "../kit/listingWords.ts"
import { Trouble } from "../kit/Trouble.tsx"
import { useAct } from "../kit/useAct.ts"
import { useAnnounce } from "../kit/useAnnounce.ts"
import { useOffered } from "../kit/useOffered.ts"
import { useSendMessage } from "../kit/useSendMessage.ts"
import { useTellModel } from "../kit/useTellModel.ts"
import { useWords } from "../kit/useWords.ts"
import { useWrite } from "../kit/useWrite.ts"
import { listingWritten, type MyListing } from "./read.ts"
import { words } from "./words.ts"

interface Props {
  readonly listing: MyListing
  readonly onSaved: (written: { readonly listing: MyListing }) => void
}

type Status = "active" | "draft" | "sold"

const ways: Readonly<
  Record<MyListing["status"], ReadonlyArray<readonly [to: Status, word: "publish" | "again" | "hide" | "markSold"]>>
> = {
  draft: [["active", "publish"]],
  pending_review: [["draft", "hide"]],
  active: [
    ["draft", "hide"],
    ["sold", "markSold"]
  ],
  sold: [
    ["active", "again"],
    ["draft", "hide"]
  ],
  deleted: []
}

/** Where a maker can bring it from where it stands, and the way to change what it says. */
export const Acts = ({ listing: { id, status, url }, onSaved }: Props) => {
  const t = useWords(words)
  const told = useWords(listingWords)
  const act = useAct()
  const write = useWrite()
  const offered = useOffered()
  const announce = useAnnounce()
  const tellModel = useTellModel()
  const send = useSendMessage()
  const [notTaken, setNotTaken] = useState(false)
  const can = write !== undefined && offered("update_listing")

  const bring = (to: Status) =>
    act.run(to, async () => {
      const written = listingWritten(await write!("update_listing", { listing_id: id, updates: { status: to } }))
      if (written === undefined) return
      onSaved(written)
      const facts = { listing_id: id, status: written.listing.status }
      if (written.listing.status === "pending_review") await announce(told("sentMessage", { listing: id }), facts)
      else if (to === "active") await announce(told("publishedMessage", { listing: id }), facts)
      else tellModel(`Listing ${id} is now ${written.listing.status}.`, facts)
    })
  const edit = async () => setNotTaken(!(await send?.(t("editMessage", { listing: id }))))

  return (
    <>
      <div className="row">
        {can
          ? ways[status].map(([to, word]) => (
              <Button
                busy={act.doing !== undefined}
                key={to}
                kind={to === "active" ? "primary" : "secondary"}
                onPress={() => bring(to)}
              >
                {t(act.doing === to ? "saving" : word)}
              </Button>
            ))
          : null}
        {send === undefined || status === "deleted" ? null : <Button onPress={edit}>{t("edit")}</Button>}
        {status === "active" || status === "sold" ? <LinkOut href={url}>{t("page")}</LinkOut> : null}
      </div>
      <Trouble message={notTaken ? t("notTaken") : act.failure?.message} />
    </>
  )
}
