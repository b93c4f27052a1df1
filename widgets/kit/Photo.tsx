import { useState } from "react"
import { Icon } from "./Icon.tsx"
import { noWords, useWords } from "./useWords.ts"

interface Props {
  readonly src: string | null | undefined
  /** Empty where the words beside it say the same. */
  readonly alt: string
  readonly size?: "fill" | "small"
}

/** A square picture that keeps its place before it is there, and says so when it never comes. */
export const Photo = ({ alt, size = "fill", src }: Props) => {
  const t = useWords(noWords)
  const [broken, setBroken] = useState<string>()
  const shown = src ? src !== broken : false
  const missing = <Icon name="picture" size={size === "small" ? 20 : 32} />
  return (
    <div className={`photo ${size}`}>
      {shown ? (
        <img alt={alt} decoding="async" height={400} onError={() => setBroken(src!)} src={src!} width={400} />
      ) : alt === "" ? (
        <div className="photo-missing">{missing}</div>
      ) : (
        <div aria-label={t("noPicture", { title: alt })} className="photo-missing" role="img">
          {missing}
        </div>
      )}
    </div>
  )
}
