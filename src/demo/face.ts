/** What everybody may know of the demo. */
export const demoFace = {
  agentKey: "acp_demo_key",
  accounts: [
    "buyer@craftlocal.test",
    "guest-buyer@craftlocal.test",
    "seller@craftlocal.test",
    "seller2@craftlocal.test",
    "admin@craftlocal.test"
  ]
} as const
