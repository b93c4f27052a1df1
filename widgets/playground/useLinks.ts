import { useState } from "react"
import { createQuestions } from "./questions.ts"
import { useStore } from "./store.ts"

/** Opens what a card asks for: pages of this server at once, others when the person agrees, and nothing but the web. */
export const useLinks = () => {
  const [{ ask, question }] = useState(createQuestions)
  const openLink = async (given: string): Promise<boolean> => {
    const url = URL.canParse(given, location.href) ? new URL(given, location.href) : undefined
    if (url === undefined || !/^https?:$/.test(url.protocol)) return false
    const agreed = url.origin === location.origin || (await ask(url.href))
    if (agreed) open(url, "_blank", "noopener")
    return agreed
  }
  return { openLink, question: useStore(question) }
}
