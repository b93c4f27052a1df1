import { createHash } from "node:crypto"
import { type WidgetName, widgets } from "../../../schemas/widgets.ts"
import type { Widgets } from "../../ports/Widgets.ts"

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex").slice(0, 12)

/** Each built widget's name and what its contents are named by. */
export const versionsOf = ({ current }: Widgets["Service"]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (Object.keys(widgets) as ReadonlyArray<WidgetName>).flatMap((name) => {
      const built = current(name)
      return built === undefined ? [] : [[name, hashOf(built.html)]]
    })
  )
