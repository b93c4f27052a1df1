import { useEffect, useState } from "react"
import { Button } from "../kit/Button.tsx"
import { Icon } from "../kit/Icon.tsx"
import type { AddToCart } from "./useCart.ts"

const ADDED_FOR_MS = 2500

interface Props {
  readonly listing: { readonly id: string; readonly title: string }
  readonly add: AddToCart
  readonly announce: (what: string) => void
  readonly onFailure: (message: string | undefined) => void
}

/** Asks, says so when it is done, and is ready for the next one. */
export const AddButton = ({ listing, add, announce, onFailure }: Props) => {
  const [state, setState] = useState<"ready" | "adding" | "added">("ready")

  useEffect(() => {
    if (state !== "added") return
    const timer = setTimeout(() => setState("ready"), ADDED_FOR_MS)
    return () => clearTimeout(timer)
  }, [state])

  const press = async () => {
    setState("adding")
    onFailure(undefined)
    try {
      await add(listing.id)
      setState("added")
      announce(`${listing.title} added to cart`)
    } catch (error) {
      setState("ready")
      onFailure((error as Error).message)
    }
  }

  const words = { ready: "Add to cart", adding: "Adding…", added: "Added" }[state]
  return (
    <Button busy={state === "adding"} kind="primary" label={`${words}: ${listing.title}`} onPress={press}>
      {state === "added" ? <Icon name="check" size={16} /> : null}
      {state === "ready" ? (
        <span>
          Add<span className="where"> to cart</span>
        </span>
      ) : (
        words
      )}
    </Button>
  )
}
