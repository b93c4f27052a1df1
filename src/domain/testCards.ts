/** What somebody at a page may pay with while payments are tested, by what the test provider does with it. */
export const testCards: ReadonlyArray<{ readonly token: string; readonly label: string }> = [
  { token: "spt_test_ok", label: "A card that pays" },
  { token: "spt_test_declined", label: "A card that is declined" },
  { token: "spt_test_insufficient", label: "A card without enough money" },
  { token: "spt_test_3ds", label: "A card whose bank asks for a confirmation (3-D Secure)" },
  { token: "spt_test_timeout", label: "A card whose answer takes long" }
]
