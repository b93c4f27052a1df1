/** What the test payment provider knows, by what it does with it. */
export const testCards = [
  { token: "spt_test_ok", word: "cardSettles" },
  { token: "spt_test_declined", word: "cardDeclined" },
  { token: "spt_test_3ds", word: "cardChallenges" }
] as const

/** The one whose bank asks: the token that answers for it. */
export const challengedCard = "spt_test_3ds"
