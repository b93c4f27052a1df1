import { mountWidget } from "../kit/mountWidget.tsx"
import { ListingForm } from "./ListingForm.tsx"

mountWidget("listing_form", <ListingForm />)
