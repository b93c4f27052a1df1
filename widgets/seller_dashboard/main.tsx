import { mountWidget } from "../kit/mountWidget.tsx"
import { SellerDashboard } from "./SellerDashboard.tsx"

mountWidget("seller_dashboard", <SellerDashboard />)
