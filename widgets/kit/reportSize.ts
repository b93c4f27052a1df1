import type { Bridge } from "./bridge.ts"

const DEBOUNCE_MS = 100

/** Keeps the frame as high as its contents: a widget never scrolls inside the conversation. */
export const reportSize = (content: HTMLElement, host: Pick<Bridge, "sizeChanged">): void => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = 0
  const report = () => {
    const { width, height } = content.getBoundingClientRect()
    if (Math.ceil(height) === last) return
    last = Math.ceil(height)
    host.sizeChanged(Math.ceil(width), last)
  }
  new ResizeObserver(() => {
    clearTimeout(timer)
    timer = setTimeout(report, DEBOUNCE_MS)
  }).observe(content)
  report()
}
