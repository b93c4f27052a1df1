import { useState } from "react"
import { Refused } from "./Refused.ts"

export interface Act {
  /** What is under way, by the name it was begun with. */
  readonly doing: string | undefined
  readonly failure: Refused | undefined
  /** Runs one thing at a time; a second press while one runs does nothing. Answers whether it ended well. */
  readonly run: (name: string, what: () => Promise<void>) => Promise<boolean>
  readonly forget: () => void
}

/** What a person makes happen: busy while it runs, with its refusal when it fails. */
export const useAct = (): Act => {
  const [doing, setDoing] = useState<string>()
  const [failure, setFailure] = useState<Refused>()
  return {
    doing,
    failure,
    forget: () => setFailure(undefined),
    run: async (name, what) => {
      if (doing !== undefined) return false
      setDoing(name)
      setFailure(undefined)
      try {
        await what()
        return true
      } catch (error) {
        setFailure(error instanceof Refused ? error : new Refused(String((error as Error).message)))
        return false
      } finally {
        setDoing(undefined)
      }
    }
  }
}
