import type { Transport } from "@modelcontextprotocol/client"
import type { Log, Side } from "./log.ts"

/** The same transport, whose every message is written down. */
export const logged = <T extends Transport>(transport: T, log: Log, side: Side, name = ""): T => {
  const send = transport.send.bind(transport)
  transport.send = (message, options) => {
    log.note(side, name, true, message)
    return send(message, options)
  }
  // Whoever connects later keeps this listener and adds its own.
  transport.onmessage = (message) => log.note(side, name, false, message)
  return transport
}
