import type { LinkQuestion } from "./LinkDialog.tsx"
import { createStore } from "./store.ts"

/** One question at a time: whoever asks again has answered the elder with no. */
export const createQuestions = () => {
  const question = createStore<LinkQuestion | undefined>(undefined)
  const ask = (url: string) =>
    new Promise<boolean>((resolve) => {
      const elder = question.get()
      const asked: LinkQuestion = {
        url,
        answer: (yes) => {
          question.set((now) => (now === asked ? undefined : now))
          resolve(yes)
        }
      }
      question.set(() => asked)
      elder?.answer(false)
    })
  return { question, ask }
}
