import { Effect, Layer } from "effect"
import { OAuth } from "../../ports/OAuth.ts"
import { accountRoutes } from "./accountRoutes.ts"
import { clientSignInRoutes } from "./clientSignInRoutes.ts"
import { elsewhereRoutes } from "./elsewhereRoutes.ts"
import { signInRoutes } from "./signInRoutes.ts"

const here = Layer.mergeAll(signInRoutes, clientSignInRoutes, accountRoutes)

/** The pages on which people sign in and see to their account. */
export const layerAccount = Layer.unwrap(
  Effect.map(
    OAuth,
    ({ embedded }): Layer.Layer<never, never, Layer.Services<typeof here | typeof elsewhereRoutes>> =>
      embedded ? here : elsewhereRoutes
  )
)
