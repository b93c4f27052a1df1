/** How buyers begin, when they are pleased. */
export const openings = [
  "Bought the {kind} for my sister and ended up keeping it a secret for a week.",
  "I had been looking for this for a year.",
  "Second purchase from this shop, and not the last.",
  "Exactly as described.",
  "A present to myself after a long month.",
  "Ordered on Monday, in my hands by Friday.",
  "I was nervous about buying the {kind} without seeing it first.",
  "Found this while looking for something else entirely.",
  "We chose the {kind} for our new place.",
  "My assistant suggested this one, and it was right.",
  "Got this for our anniversary.",
  "The {kind} came today.",
  "I do not usually write reviews.",
  "I have tried a few, and with this one the search is over.",
  "It was worth the wait.",
  "Bought on a whim.",
  "A friend has one and I was jealous for months.",
  "Picked it up in person and got to see the studio.",
  "Birthday present for my dad, who is hard to please.",
  "Even better in real life.",
  "From the first moment I loved the {kind}.",
  "What a find.",
  "I saved up for this.",
  "Wedding gift for two people who own everything.",
  "Photos do not do it justice.",
  "Replaced a cheap one that broke.",
  "The maker clearly loves what they do.",
  "Simple and honest work.",
  "I have bought from a lot of makers, and this is up there with the best.",
  "Small shop, big care."
] as const

/** How they end. */
export const closings = [
  "Shipping was quick and the wrapping was lovely.",
  "I will be back for another.",
  "Worth every cent.",
  "There was a handwritten note in the box.",
  "Highly recommended.",
  "The shop answered my question the same evening.",
  "Already planning who gets the next one.",
  "It came a day earlier than promised.",
  "You will not regret it.",
  "Thank you for making this.",
  "I only wish I had ordered two.",
  "Five stars and I mean it.",
  "The price is more than fair for handmade.",
  "Support people who make things.",
  "It made my week.",
  "Packaging without any plastic, which I appreciate.",
  "Everyone in the house approves.",
  "So happy with this.",
  "The maker kept me posted along the way.",
  "Do not hesitate.",
  "I keep looking over at it.",
  "Bravo.",
  "Even the cat likes it.",
  "A joy to own.",
  "Looking forward to seeing it age."
] as const

/** Four stars: pleased, with a remark. */
export const remarks = [
  "One star off only because the parcel took longer than I had hoped.",
  "A little pricey, but I understand why.",
  "The color is a shade darker than on my screen, and I have come to prefer it.",
  "I would have liked a bit more detail about the size.",
  "It took ten days to arrive, and then all was forgiven.",
  "Not perfect, and I would not want it to be.",
  "The box was bigger than it needed to be.",
  "Slightly smaller than I imagined, still lovely."
] as const

/** How it ends when it was not quite right. */
export const shrugs = [
  "The shop was kind about it, though.",
  "They offered a partial refund right away.",
  "I am keeping it, but I hesitated.",
  "Fine for the price.",
  "Maybe my expectations were too high.",
  "The shop replied quickly and is sending another.",
  "It does the job.",
  "Not my favorite purchase here.",
  "I may give it to somebody who will love it more."
] as const
