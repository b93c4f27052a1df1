import { Badge } from "../kit/Badge.tsx"
import { LinkOut } from "../kit/LinkOut.tsx"
import { Stepper } from "../kit/Stepper.tsx"
import { useWords } from "../kit/useWords.ts"
import { Ask } from "./Ask.tsx"
import { BuyButtons } from "./BuyButtons.tsx"
import { closed } from "./offerOf.ts"
import type { Listing } from "./read.ts"
import { Stock } from "./Stock.tsx"
import { useBuying } from "./useBuying.ts"
import type { Choice } from "./useChoice.ts"
import { Variants } from "./Variants.tsx"
import { words } from "./words.ts"

interface Props {
  readonly listing: Listing
  readonly choice: Choice
  readonly refresh: (() => void) | undefined
}

/** Which one, how many, and the two ways to get it; or why it cannot be had. */
export const Buy = ({ choice, listing, refresh }: Props) => {
  const t = useWords(words)
  const buying = useBuying(listing.id, choice, refresh)
  const why = closed(listing)
  const { most, offer, quantity } = choice
  const can = buying.buy !== undefined || buying.add !== undefined
  const after = (change: () => void) => {
    buying.forget()
    change()
  }
  return (
    <div className="buy">
      {why === undefined ? null : (
        <p className="row">
          <Badge tone={why === "soldOut" ? "plain" : "warning"}>{t(why)}</Badge>
          <span className="soft">{t(`${why}Hint`)}</span>
        </p>
      )}
      {listing.variants.length === 0 ? null : (
        <Variants
          chosen={why === "soldOut" ? undefined : offer.variant}
          listing={listing}
          onChoose={(name) => after(() => choice.chooseVariant(name))}
        />
      )}
      {why !== undefined ? null : offer.stock === 0 ? (
        <p className="soft" role="status">
          {t("variantGone")}
        </p>
      ) : (
        <>
          <div className="row">
            {can && most > 1 ? (
              <Stepper
                label={t("quantity")}
                most={most}
                onChange={(next) => after(() => choice.chooseQuantity(next))}
                value={quantity}
              />
            ) : null}
            {listing.variants.length === 0 ? (
              <span className="soft">
                <Stock count={offer.stock} />
              </span>
            ) : null}
          </div>
          {can ? (
            <BuyButtons buying={buying} />
          ) : (
            <div className="row">
              <LinkOut href={listing.url} kind="primary">
                {t("buyOnPage")}
              </LinkOut>
            </div>
          )}
        </>
      )}
      <Ask listingId={listing.id} />
    </div>
  )
}
