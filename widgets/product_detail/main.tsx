import { mountWidget } from "../kit/mountWidget.tsx"
import { ProductDetail } from "./ProductDetail.tsx"

mountWidget("product_detail", <ProductDetail />)
