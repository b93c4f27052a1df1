import { mountWidget } from "../kit/mountWidget.tsx"
import { OrderConfirmation } from "./OrderConfirmation.tsx"

mountWidget("order_confirmation", <OrderConfirmation />)
