import { mountWidget } from "../kit/mountWidget.tsx"
import { Checkout } from "./Checkout.tsx"

mountWidget("checkout", <Checkout />)
