import { useId, useState } from "react"
import { Photo } from "../kit/Photo.tsx"
import { useWords } from "../kit/useWords.ts"
import { words } from "./words.ts"

const most = 8

interface Props {
  readonly images: ReadonlyArray<string>
  readonly title: string
}

/** One picture large, the others small below it; arrow keys go from one to the next. */
export const Gallery = ({ images, title }: Props) => {
  const t = useWords(words)
  const name = useId()
  const [shown, show] = useState(0)
  const few = images.slice(0, most)
  const place = (index: number) => t("picture", { number: index + 1, count: few.length })
  return (
    <div className="gallery">
      <Photo alt={few.length > 1 ? `${title}, ${place(shown)}` : title} src={few[shown]} />
      {few.length < 2 ? null : (
        <fieldset className="thumbs" data-carousel>
          <legend className="heard-only">{t("pictures")}</legend>
          {few.map((image, index) => (
            <label key={image}>
              <input
                aria-label={place(index)}
                checked={index === shown}
                name={name}
                onChange={() => show(index)}
                type="radio"
              />
              <Photo alt="" size="small" src={image} />
            </label>
          ))}
        </fieldset>
      )}
    </div>
  )
}
