import { useMoment } from "./useMoment.ts"

/** Whether a tool can be called from here. Where the server did not say which there are, it is taken to be there. */
export const useOffered = (): ((tool: string) => boolean) => {
  const { answer, capabilities } = useMoment()
  return (tool) => capabilities.serverTools !== undefined && answer.tools?.includes(tool) !== false
}
