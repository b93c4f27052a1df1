/** Runs in the page. Gives each visible text whose contrast with its background is below WCAG AA, or nothing. */
export const weakContrasts = (root: Element): Array<string> => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true })!
  const pixel = (colour: string) => {
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = colour
    canvas.fillRect(0, 0, 1, 1)
    return [...canvas.getImageData(0, 0, 1, 1).data] as [number, number, number, number]
  }
  const luminance = (colour: string) => {
    const [r, g, b] = pixel(colour)
      .slice(0, 3)
      .map((part) => part / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [number, number, number]
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const background = (element: Element | null): string => {
    if (element === null) return "white"
    const colour = getComputedStyle(element).backgroundColor
    return pixel(colour)[3] === 255 ? colour : background(element.parentElement)
  }
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const weak: Array<string> = []
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement!
    const text = texts.currentNode.textContent?.trim() ?? ""
    if (text === "" || element.closest(".heard-only, script, style") !== null) continue
    const [low, high] = [getComputedStyle(element).color, background(element)].map(luminance).sort((a, b) => a - b)
    const ratio = (high! + 0.05) / (low! + 0.05)
    if (ratio < 4.5) weak.push(`${text}: ${ratio.toFixed(2)}`)
  }
  return weak
}
