/** The colors of one thing: its own, one darker, one lighter, and one to set against them. */
export interface Color {
  readonly main: string
  readonly deep: string
  readonly pale: string
  readonly accent: string
}

const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

/** So much of the second color in the first. */
export const mix = (hex: string, other: string, part: number): string => {
  const to = channels(other)
  const mixed = channels(hex).map((from, index) => Math.round(from + (to[index]! - from) * part))
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`
}

export const backdrops = ["#f3eadc", "#e6ece4", "#efe2da", "#e3e8ee", "#f4ecd2", "#eae4ee", "#dfeae9"] as const

const named: ReadonlyArray<readonly [RegExp, string, string]> = [
  [/walnut/i, "#6b4630", "#e4c9a0"],
  [/celadon|sea green|sea glass|sage|aqua/i, "#8fb3a0", "#d9b26f"],
  [/speckled|undyed|oat|opal|pearl|moonstone|goat milk|coconut/i, "#e4d8c3", "#a9805c"],
  [/tenmoku|oxidized|charcoal|black|smoke|crows/i, "#46413f", "#b4643c"],
  [/cobalt|indigo|navy|night|lake blue|lake superior/i, "#34558b", "#e7c78a"],
  [/wood-ash|olive|fern|spruce|recycled|rosemary|juniper/i, "#6f8058", "#e2cf9e"],
  [/shino|whiskey|amber|goldenrod|ochre|honey|calendula|tomato|orange|citrus|chamomile/i, "#d9953f", "#7f4a2a"],
  [/terracotta|rust|chestnut|madder|brick|mesquite|red barn/i, "#b9603f", "#f0d9b5"],
  [/turquoise|sea clay|saltmarsh|swimming|whale/i, "#3f9aa0", "#c98d5b"],
  [/garnet|oxblood|cranberry|berry/i, "#8c2f39", "#e3b6a0"],
  [/hammered|driftwood|heather|labradorite|iridescent/i, "#9aa3a6", "#5f7d8c"],
  [/brass|natural|hard maple|white oak|\bash\b|sycamore|piñon|lemons/i, "#d6b27a", "#76604a"],
  [/tobacco|cedar|black tea|bear|hedgehog|owl/i, "#7a5338", "#e4c9a0"],
  [/cherry|heart pine|beech|fox|clove/i, "#b4743f", "#f2dcc0"],
  [/lavender|violet|wildflower|moonrise/i, "#8d7bb0", "#e9d9a6"],
  [/peach|rose|swallow|rabbit|grapefruit/i, "#df9a86", "#6d7f8f"],
  [/fig|mint|terrazzo|dinosaur|village/i, "#6da28a", "#e8b27d"]
]

const others = [
  ["#5f7d8c", "#e8b27d"],
  ["#b9603f", "#e9dcc4"],
  ["#7d8f69", "#d9a441"],
  ["#8d6a9f", "#e5cf9b"]
] as const

/** The colors that the name of a thing tells; by chance where it tells none. */
export const colorOf = (title: string, chance: number): Color => {
  const found = named.find(([words]) => words.test(title))
  const [main, accent] = found ? [found[1], found[2]] : others[chance % others.length]!
  return { main, deep: mix(main, "#2b2320", 0.38), pale: mix(main, "#ffffff", 0.5), accent }
}
