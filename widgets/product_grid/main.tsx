import { mountWidget } from "../kit/mountWidget.tsx"
import { ProductGrid } from "./ProductGrid.tsx"

mountWidget("product_grid", <ProductGrid />)
