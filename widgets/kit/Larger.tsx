import { TextButton } from "./TextButton.tsx"
import { useDisplayMode } from "./useDisplayMode.ts"
import { useWords, type Words } from "./useWords.ts"

const words: Words<"larger"> = {
  en: { larger: "Larger" },
  es: { larger: "Ampliar" },
  fr: { larger: "Agrandir" },
  de: { larger: "Größer" },
  ar: { larger: "تكبير" },
  pt: { larger: "Ampliar" }
}

/** Asks the host for the whole screen, where it has that: for widgets that may be higher than it lets a card be. */
export const Larger = () => {
  const t = useWords(words)
  const { mode, request } = useDisplayMode()
  const press = mode === "inline" ? request("fullscreen") : undefined
  return press === undefined ? null : <TextButton onPress={press}>{t("larger")}</TextButton>
}
