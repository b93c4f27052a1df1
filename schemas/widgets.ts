import { SearchAnswer } from "./listing.ts"

/** Each widget's name and the view it renders. A tool names its widget; the built file carries a hash. */
export const widgets = {
  product_grid: { view: SearchAnswer, description: "A grid of listings with photos, prices and shops" }
} as const
export type WidgetName = keyof typeof widgets
