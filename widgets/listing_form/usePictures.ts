import { useRef } from "react"
import { listingBounds } from "../../schemas/listingBounds.ts"
import { newKey } from "../kit/newKey.ts"
import { useOffered } from "../kit/useOffered.ts"
import { useWrite } from "../kit/useWrite.ts"
import type { Entries, Picture } from "./entries.ts"
import { uploaded } from "./read.ts"
import { type Shrunk, shrink } from "./shrink.ts"

type Change = (pictures: ReadonlyArray<Picture>) => ReadonlyArray<Picture>

export interface Pictures {
  /** Undefined where nothing can be uploaded from. */
  readonly add: ((files: ReadonlyArray<File>) => Promise<void>) | undefined
  readonly retry: (key: string) => Promise<void>
  readonly move: (index: number, to: number) => void
  readonly remove: (key: string) => void
}

interface Sentences {
  readonly unreadable: string
  readonly failed: string
}

/** Pictures are made small here and uploaded one after the other; a failure stays with its picture. */
export const usePictures = (
  set: (change: (entries: Entries) => Entries) => void,
  { failed, unreadable }: Sentences
): Pictures => {
  const write = useWrite()
  const offered = useOffered()
  const waiting = useRef(new Map<string, { readonly shrunk: Shrunk; readonly name: string }>())
  const queue = useRef(Promise.resolve())

  const change = (to: Change) => set((entries) => ({ ...entries, pictures: to(entries.pictures) }))
  const become = (key: string, { failure, url }: { readonly url?: string; readonly failure?: string }) =>
    change((pictures) =>
      pictures.map((picture) =>
        picture.key === key
          ? { key, src: picture.src, ...(url !== undefined && { url }), ...(failure !== undefined && { failure }) }
          : picture
      )
    )

  const send = async (key: string) => {
    const parcel = waiting.current.get(key)
    if (parcel === undefined || write === undefined) return
    try {
      const { name, shrunk } = parcel
      const url = uploaded(await write("upload_listing_image", { data: shrunk.data, filename: name }))
      if (url === undefined) return become(key, { failure: failed })
      waiting.current.delete(key)
      become(key, { url })
    } catch (error) {
      become(key, { failure: (error as Error).message })
    }
  }
  const enqueue = (key: string) => {
    queue.current = queue.current.then(() => send(key))
    return queue.current
  }

  const add = async (files: ReadonlyArray<File>) => {
    for (const file of files) {
      const key = newKey()
      try {
        const shrunk = await shrink(file)
        const name = file.name.slice(0, 100)
        waiting.current.set(key, { shrunk, name })
        change((pictures) => [...pictures, { key, src: shrunk.src }].slice(0, listingBounds.images))
        enqueue(key)
      } catch {
        change((pictures) => [...pictures, { key, src: "", failure: unreadable }].slice(0, listingBounds.images))
      }
    }
    await queue.current
  }

  return {
    add: write !== undefined && offered("upload_listing_image") ? add : undefined,
    retry: (key) => {
      become(key, {})
      return enqueue(key)
    },
    move: (index, to) =>
      change((pictures) => {
        const moved = pictures[index]
        if (moved === undefined || to < 0 || to >= pictures.length) return pictures
        const others = pictures.filter((_, at) => at !== index)
        return [...others.slice(0, to), moved, ...others.slice(to)]
      }),
    remove: (key) => {
      waiting.current.delete(key)
      change((pictures) => pictures.filter((picture) => picture.key !== key))
    }
  }
}
