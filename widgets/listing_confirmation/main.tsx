import { mountWidget } from "../kit/mountWidget.tsx"
import { ListingConfirmation } from "./ListingConfirmation.tsx"

mountWidget("listing_confirmation", <ListingConfirmation />)
