import { demoPasswords } from "./passwords.ts"

/** What everybody may know of the demo. */
export const demoFace = {
  agentKey: "acp_demo_key",
  service: { id: "craftlocal-gateway", secret: "demo-service-secret" },
  accounts: [
    "buyer@craftlocal.test",
    "guest-buyer@craftlocal.test",
    "seller@craftlocal.test",
    "seller2@craftlocal.test",
    "admin@craftlocal.test"
  ],
  passwords: Object.fromEntries(Object.entries(demoPasswords).map(([email, { password }]) => [email, password]))
} as const
