import { Layer } from "effect"
import { accountRoutes } from "./accountRoutes.ts"
import { signInRoutes } from "./signInRoutes.ts"

/** The pages on which people sign in and see to their account. */
export const layerAccount = Layer.merge(signInRoutes, accountRoutes)
