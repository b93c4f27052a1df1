import { Layer } from "effect"
import { accountRoutes } from "./accountRoutes.ts"
import { clientSignInRoutes } from "./clientSignInRoutes.ts"
import { signInRoutes } from "./signInRoutes.ts"

/** The pages on which people sign in and see to their account. */
export const layerAccount = Layer.mergeAll(signInRoutes, clientSignInRoutes, accountRoutes)
