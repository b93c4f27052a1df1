import { answered, refused, type State, sampleOrigin } from "../kit/State.ts"
import { inMinutes } from "../kit/samples.ts"
import type { SignInAnswer } from "./read.ts"

const id = "sess_4f1kX2mZq8Lw0aVd7RtyBn3sHc5uJe6gPi9oKxMzQwE"
const pending = (minutes: number): SignInAnswer => ({
  session: {
    id,
    status: "pending",
    sign_in_url: `${sampleOrigin}/sign-in/sessions/9vQ2hT6mYb1cXr8Zk4Jd0LwSfEaGuNpOi3tV5xMqRsA`,
    expires_at: inMinutes(minutes),
    scopes: []
  },
  message: "Give the user this link and ask them to sign in there in their browser."
})
const signedIn = (name: string, scopes: SignInAnswer["session"]["scopes"]): SignInAnswer => ({
  session: { id, status: "authenticated", expires_at: inMinutes(10), account: { name }, scopes },
  message: `${name} is signed in.`
})
const seller = signedIn("Maya Reyes", [
  "orders.read",
  "orders.write",
  "listings.read",
  "listings.write",
  "seller.manage"
])
const tools = { get_auth_status: answered(pending(9)), create_session: answered(pending(10)) }

export const states: ReadonlyArray<State> = [
  { name: "waiting" },
  { name: "ready", result: answered(pending(10)), tools },
  { name: "signed in", result: answered(signedIn("Ada Brook", ["orders.read", "orders.write"])), tools },
  { name: "signed in as a maker", result: answered(seller), tools },
  { name: "expired", result: answered(pending(-1)), tools },
  { name: "long texts", result: answered(signedIn("Maximiliana-Bartholomea ".repeat(6), ["orders.read"])), tools },
  { name: "tools absent", result: answered(pending(10), []) },
  { name: "no capabilities", result: answered(pending(10)), capabilities: {} },
  { name: "failed", result: refused("NOT_FOUND", "There is no such sign-in session. Check the id, or search again.") },
  { name: "cancelled", cancelled: true }
]
