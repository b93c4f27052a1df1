import { Effect } from "effect"
import { Stock } from "../../../../src/store/Stock.ts"
import { worse } from "./worse.ts"

// What a canceled order took does not come back.
worse(Stock as never, () => ({ restock: () => Effect.void }))
