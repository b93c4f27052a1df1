import { useState } from "react"
import { useWidgetState } from "../kit/useWidgetState.ts"
import { mostOf, type Offer, offerOf, within } from "./offerOf.ts"
import type { Listing } from "./read.ts"

export interface Choice {
  readonly offer: Offer
  readonly quantity: number
  readonly most: number
  readonly chooseVariant: (name: string) => void
  readonly chooseQuantity: (quantity: number) => void
}

/** Which variant and how many; kept with the host, so that a widget that comes back still says so. */
export const useChoice = (listing: Listing): Choice => {
  const [kept, keep] = useWidgetState()
  const mine = kept.chosen_of === listing.id ? kept : {}
  const [variant, setVariant] = useState(typeof mine.variant === "string" ? mine.variant : undefined)
  const [wanted, setWanted] = useState(typeof mine.quantity === "number" ? mine.quantity : 1)
  const offer = offerOf(listing, variant)
  return {
    offer,
    quantity: within(wanted, offer),
    most: mostOf(offer),
    chooseVariant: (name) => {
      setVariant(name)
      keep({ chosen_of: listing.id, variant: name })
    },
    chooseQuantity: (quantity) => {
      setWanted(quantity)
      keep({ chosen_of: listing.id, quantity })
    }
  }
}
