import { useState } from "react"
import type { LinkQuestion } from "./LinkDialog.tsx"

/** Opens what a card asks for: pages of this server at once, others when the person agrees, and nothing but the web. */
export const useLinks = () => {
  const [question, setQuestion] = useState<LinkQuestion>()
  const openLink = async (given: string): Promise<boolean> => {
    const url = URL.canParse(given, location.href) ? new URL(given, location.href) : undefined
    if (url === undefined || !/^https?:$/.test(url.protocol)) return false
    const agreed =
      url.origin === location.origin || (await new Promise<boolean>((answer) => setQuestion({ url: url.href, answer })))
    setQuestion(undefined)
    if (agreed) open(url, "_blank", "noopener")
    return agreed
  }
  return { openLink, question }
}
