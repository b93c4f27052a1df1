import { mountWidget } from "../kit/mountWidget.tsx"
import { OrderDetail } from "./OrderDetail.tsx"

mountWidget("order_detail", <OrderDetail />)
