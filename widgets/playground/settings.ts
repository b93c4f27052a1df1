import type { McpUiHostContext } from "@modelcontextprotocol/ext-apps/app-bridge"
import { createStore, type Store } from "./store.ts"

export const locales = { en: "English", es: "Español", fr: "Français", de: "Deutsch", ar: "العربية", pt: "Português" }

export interface Settings {
  readonly theme: "light" | "dark"
  readonly width: "phone" | "desktop"
  readonly locale: keyof typeof locales
}

export const isLocale = (text: string | null): text is Settings["locale"] =>
  text !== null && Object.hasOwn(locales, text)

export const createSettings = (): Store<Settings> => {
  const asked = new URLSearchParams(location.search)
  const theme = asked.get("theme")
  const locale = asked.get("locale")
  const dark = matchMedia("(prefers-color-scheme: dark)").matches
  return createStore<Settings>({
    theme: theme === "light" || theme === "dark" ? theme : dark ? "dark" : "light",
    width: asked.get("width") === "phone" ? "phone" : "desktop",
    locale: isLocale(locale) ? locale : "en"
  })
}

/** What a widget is told of its surroundings. */
export const hostContext = (
  { locale, theme, width }: Settings,
  available: number,
  fullscreen = false
): McpUiHostContext => ({
  theme,
  locale,
  displayMode: fullscreen ? "fullscreen" : "inline",
  availableDisplayModes: ["inline", "fullscreen"],
  containerDimensions: fullscreen ? { width: available, height: innerHeight } : { maxWidth: available },
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  platform: width === "phone" ? "mobile" : "web",
  userAgent: "craftlocal-playground",
  deviceCapabilities: { touch: width === "phone", hover: width !== "phone" }
})
