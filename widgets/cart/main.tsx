import { mountWidget } from "../kit/mountWidget.tsx"
import { Cart } from "./Cart.tsx"

mountWidget("cart", <Cart />)
