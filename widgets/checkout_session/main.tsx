import { mountWidget } from "../kit/mountWidget.tsx"
import { CheckoutSession } from "./CheckoutSession.tsx"

mountWidget("checkout_session", <CheckoutSession />)
