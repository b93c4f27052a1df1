import { Badge } from "../kit/Badge.tsx"
import { Button } from "../kit/Button.tsx"
import { Icon } from "../kit/Icon.tsx"
import { Photo } from "../kit/Photo.tsx"
import { useWords } from "../kit/useWords.ts"
import type { Picture } from "./entries.ts"
import { words } from "./words.ts"

interface Props {
  readonly picture: Picture
  readonly index: number
  readonly count: number
  readonly onMove: (to: number) => void
  readonly onRemove: () => void
  readonly onRetry: () => void
}

/** One picture, what became of it, and its place among the others. */
export const PictureTile = ({ count, index, onMove, onRemove, onRetry, picture }: Props) => {
  const t = useWords(words)
  const { failure, src, url } = picture
  const name = t("picture", { at: index + 1, of: count })
  return (
    <li aria-busy={url === undefined && failure === undefined} className="tile">
      <Photo alt={name} src={src} />
      {index === 0 && failure === undefined ? (
        <span className="cover">
          <Badge>{t("cover")}</Badge>
        </span>
      ) : null}
      {failure !== undefined ? (
        <p className="wrong">{failure}</p>
      ) : url === undefined ? (
        <p className="soft">{t("uploadingOne")}</p>
      ) : null}
      {failure !== undefined && src !== "" ? (
        <Button label={`${t("retry")}: ${name}`} onPress={onRetry}>
          {t("retry")}
        </Button>
      ) : null}
      <div className="moves">
        {index === 0 ? null : (
          <Button label={t("earlier", { name })} onPress={() => onMove(index - 1)}>
            <Icon name="back" />
          </Button>
        )}
        {index === count - 1 ? null : (
          <Button label={t("later", { name })} onPress={() => onMove(index + 1)}>
            <Icon name="next" />
          </Button>
        )}
        <Button label={t("remove", { name })} onPress={onRemove}>
          <Icon name="close" />
        </Button>
      </div>
    </li>
  )
}
