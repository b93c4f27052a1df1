import { useState } from "react"
import { Icon } from "./Icon.tsx"

/** A square picture that keeps its place before it is there, and says so when it never comes. */
export const Photo = ({ src, alt }: { src: string | undefined; alt: string }) => {
  const [broken, setBroken] = useState<string>()
  const shown = src !== undefined && src !== broken
  return (
    <div className="photo">
      {shown ? (
        <img alt={alt} decoding="async" height={400} onError={() => setBroken(src)} src={src} width={400} />
      ) : (
        <div aria-label={`${alt} (no picture)`} className="photo-missing" role="img">
          <Icon name="picture" size={32} />
        </div>
      )}
    </div>
  )
}
