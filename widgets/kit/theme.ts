import type { HostContext } from "./hostWords.ts"

const SIDES = ["top", "right", "bottom", "left"] as const

/** Puts the host's colours, fonts and insets on the page. What the host leaves out keeps the fallbacks of theme.css. */
export const applyTheme = (page: Document, context: HostContext): void => {
  const { style } = page.documentElement
  if (context.theme !== undefined) style.colorScheme = context.theme
  for (const [name, value] of Object.entries(context.styles?.variables ?? {})) {
    if (name.startsWith("--")) style.setProperty(name, value)
  }
  for (const side of SIDES) {
    const inset = context.safeAreaInsets?.[side]
    if (inset !== undefined) style.setProperty(`--inset-${side}`, `${inset}px`)
  }
  const fonts = context.styles?.css?.fonts
  if (fonts === undefined) return
  const sheet = page.getElementById("host-fonts") ?? page.head.appendChild(page.createElement("style"))
  sheet.id = "host-fonts"
  sheet.textContent = fonts
}
