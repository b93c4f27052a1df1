/** What people call the same thing. A word may stand in several groups. */
const groups: ReadonlyArray<ReadonlyArray<string>> = [
  ["mug", "cup"],
  ["cup", "tumbler", "beaker"],
  ["necklace", "pendant"],
  ["necklace", "choker"],
  ["earrings", "earring", "studs"],
  ["bracelet", "bangle"],
  ["jewelry", "jewellery"],
  ["bag", "tote", "purse", "handbag"],
  ["bag", "satchel", "backpack"],
  ["wallet", "billfold", "cardholder"],
  ["blanket", "throw", "quilt"],
  ["scarf", "shawl", "wrap"],
  ["hat", "beanie", "cap"],
  ["gloves", "mittens"],
  ["sweater", "jumper", "pullover", "cardigan"],
  ["rug", "carpet", "mat"],
  ["pillow", "cushion"],
  ["towel", "dishcloth"],
  ["pot", "planter", "flowerpot"],
  ["vase", "vessel"],
  ["plate", "dish", "platter"],
  ["bowl", "dish"],
  ["pottery", "ceramic", "ceramics", "stoneware", "earthenware"],
  ["board", "tray"],
  ["spoon", "ladle", "utensil"],
  ["candle", "taper", "votive"],
  ["lamp", "light", "lantern"],
  ["picture", "print", "painting", "poster"],
  ["frame", "framed"],
  ["notebook", "journal", "diary", "sketchbook"],
  ["card", "postcard"],
  ["soap", "bar"],
  ["lotion", "cream", "balm", "salve"],
  ["toy", "plaything"],
  ["doll", "plushie", "plush"],
  ["baby", "infant", "newborn"],
  ["kids", "children", "child"],
  ["wood", "wooden", "timber"],
  ["wool", "woolen", "merino"],
  ["present", "gift"],
  ["christmas", "holiday", "xmas"],
  ["gray", "grey"]
]

const others = new Map<string, ReadonlyArray<string>>()
for (const group of groups) {
  for (const word of group) {
    const rest = group.filter((other) => other !== word)
    others.set(word, [...(others.get(word) ?? []), ...rest])
  }
}

/** Other words for the same thing, also of a plural. Stems are the search's own business. */
export const synonymsOf = (word: string): ReadonlyArray<string> =>
  others.get(word) ?? others.get(word.replace(/s$/, "")) ?? others.get(word.replace(/es$/, "")) ?? []
