import { useRef } from "react"
import { listingBounds } from "../../schemas/listingBounds.ts"
import { Spoken } from "../kit/Spoken.tsx"
import { useWords } from "../kit/useWords.ts"
import type { Filling } from "./Filling.ts"
import { PictureTile } from "./PictureTile.tsx"
import type { Pictures as Acts } from "./usePictures.ts"
import { words } from "./words.ts"

export const Pictures = ({ entries, pictures: acts, put: _, wrong }: Filling & { readonly pictures: Acts }) => {
  const t = useWords(words)
  const { pictures } = entries
  const list = useRef<HTMLUListElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const room = listingBounds.images - pictures.length
  const there = pictures.filter(({ url }) => url !== undefined).length
  const problem = wrong("pictures")

  const take = (files: FileList | null) => {
    if (files !== null) acts.add?.([...files].slice(0, room))
    // The same file can be chosen again.
    if (input.current !== null) input.current.value = ""
  }
  return (
    <>
      {acts.add === undefined ? null : <p className="soft">{t("picturesHint", { most: listingBounds.images })}</p>}
      {pictures.length === 0 ? null : (
        <ul className="tiles" ref={list}>
          {pictures.map((picture, index) => (
            <PictureTile
              count={pictures.length}
              index={index}
              key={picture.key}
              onMove={(to) => acts.move(index, to)}
              onRemove={() => {
                acts.remove(picture.key)
                input.current?.focus()
              }}
              onRetry={() => acts.retry(picture.key)}
              picture={picture}
            />
          ))}
        </ul>
      )}
      {problem === undefined ? null : (
        <p className="wrong" data-wrong tabIndex={-1}>
          {problem}
        </p>
      )}
      <Spoken>{pictures.length === 0 ? "" : t("uploaded", { there, count: pictures.length })}</Spoken>
      {acts.add === undefined || room <= 0 ? null : (
        <label className="button pick">
          <input
            accept="image/*"
            className="heard-only"
            multiple
            onChange={(event) => take(event.currentTarget.files)}
            ref={input}
            type="file"
          />
          {t("addPictures")}
        </label>
      )}
    </>
  )
}
