/** Runs in a widget's frame: what the guidelines of hosts would say against it. */
export const guidelineBreaches = (): Array<string> => {
  const breaches: Array<string> = []
  const seen = (element: Element) => element.checkVisibility() && element.closest(".heard-only") === null
  const all = (selector: string, within: ParentNode = document) => [...within.querySelectorAll(selector)].filter(seen)
  const name = (element: Element) => element.getAttribute("aria-label") ?? element.textContent ?? ""

  const free = all(".primary").filter((button) => button.closest("li, article") === null)
  if (free.length > 2) breaches.push(`${free.length} primary actions: ${free.map(name).join(", ")}`)
  for (const item of all("li, article")) {
    const its = all(".primary", item)
    if (its.length > 1) breaches.push(`an item has ${its.length} primary actions: ${its.map(name).join(", ")}`)
  }
  if (all("[role=tablist], [role=tab]").length > 0) breaches.push("tabs")
  for (const row of all("[data-carousel]")) {
    const count = row.querySelectorAll("img, .photo-missing").length
    // Two pictures of one piece are no row of pieces to choose from.
    const least = row.querySelector("input[type=radio]") === null ? 3 : 2
    if (count < least || count > 8) breaches.push(`a carousel of ${count}`)
  }
  for (const element of document.querySelectorAll("*")) {
    const { overflowX, overflowY } = getComputedStyle(element)
    const scrolls = (way: string) => way === "auto" || way === "scroll"
    if (element !== document.documentElement && seen(element)) {
      if (scrolls(overflowY) && element.scrollHeight > element.clientHeight + 1)
        breaches.push(`scrolls inside: ${element.className}`)
      if (scrolls(overflowX) && element.scrollWidth > element.clientWidth + 1 && !element.matches("[data-carousel]"))
        breaches.push(`scrolls sideways: ${element.className}`)
    }
  }
  for (const target of all("button, a[href], input:not([type=hidden]), select, textarea, summary")) {
    const { height, width } = (target.closest("label.choice, label.target") ?? target).getBoundingClientRect()
    if (height < 43.5 || width < 43.5)
      breaches.push(`too small to touch: ${name(target)} (${Math.round(width)} x ${Math.round(height)})`)
  }
  return breaches
}
