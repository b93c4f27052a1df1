import { describe, expect, it } from "vitest"
import { generateMarket } from "../../src/demo/market.ts"
import { imageOf, imageOfPath, imagePath } from "../../src/demo/picture.ts"
import { crafts } from "../../src/demo/words/index.ts"

const pictured = (category: string, title: string, n = 1) => ({ id: "lst_0123456789abcdef", n, category, title })

describe("A picture of the demo shop", () => {
  it("is a small SVG, for every kind, title and finish of every category", () => {
    const drawn = crafts.flatMap(({ finishes, kinds, slug }) =>
      finishes.flatMap(({ name }) =>
        kinds.flatMap(({ titles }) => titles.map((title) => imageOf(pictured(slug, `${name} ${title}`, 3))))
      )
    )
    expect(drawn.filter((svg) => svg.length >= 3000 || !/^<svg[^>]+>.+<\/svg>$/.test(svg))).toEqual([])
    expect(drawn.filter((svg) => /undefined|NaN/.test(svg))).toEqual([])
  })

  it("is always the same for the same listing, and another for its next picture", () => {
    expect(imageOf(pictured("ceramics", "Celadon Diner Mug"))).toBe(imageOf(pictured("ceramics", "Celadon Diner Mug")))
    expect(imageOf(pictured("ceramics", "Celadon Diner Mug", 2))).not.toBe(
      imageOf(pictured("ceramics", "Celadon Diner Mug"))
    )
  })

  it("shows what the title says", () => {
    expect(imageOf(pictured("ceramics", "Celadon Diner Mug"))).not.toBe(
      imageOf(pictured("ceramics", "Celadon Noodle Bowl"))
    )
    expect(imageOf(pictured("ceramics", "Celadon Diner Mug"))).not.toBe(
      imageOf(pictured("ceramics", "Cobalt Diner Mug"))
    )
  })

  it("can be drawn for a category and a title that nobody planned", () => {
    expect(imageOf(pictured("boats", "<script>"))).toMatch(/^<svg/)
    expect(imageOf(pictured("boats", "<script>"))).not.toContain("script")
  })

  it("has a path that leads back to the listing and the number, and no other path does", () => {
    for (const { images } of generateMarket({ seed: 1, now: new Date(0) }).listings) {
      for (const image of images) expect(imagePath(imageOfPath(image)!.id, imageOfPath(image)!.n)).toBe(image)
    }
    expect(imageOfPath("/images/lst_1/0.svg")).toBeUndefined()
    expect(imageOfPath("/images/../1.svg")).toBeUndefined()
  })
})
