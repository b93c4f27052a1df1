import { mountWidget } from "../kit/mountWidget.tsx"
import { OrderList } from "./OrderList.tsx"

mountWidget("order_list", <OrderList />)
