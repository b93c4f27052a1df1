import type { Craft } from "./Craft.ts"

export const toys: Craft = {
  slug: "toys",
  name: "Toys",
  kinds: [
    {
      name: "pull toy",
      titles: ["Pull Toy", "Wooden Pull-Along", "Waddling Pull Toy"],
      price: [28, 58],
      weight: [8, 18],
      sizes: ["6 in long, 5 in tall", "8 in long"],
      uses: [
        "Waddles after a new walker and does not tip at the rug.",
        "The string is short, on purpose, and the wheels are quiet."
      ],
      made: [
        "Cut from maple on a scroll saw, with wheels turned on the lathe.",
        "Every corner is rounded over and sanded until my own kids could not find an edge."
      ],
      care: [
        {
          says: "Wipe with a damp cloth; the finish is beeswax and is safe to chew.",
          answer: "Beeswax and water-based stain, both safe for mouths. From 12 months up."
        }
      ],
      materials: ["maple", "beeswax"],
      tags: ["wooden toy", "toddler"],
      share: 2
    },
    {
      name: "rattle",
      titles: ["Wooden Rattle", "Teething Rattle", "Bell Rattle"],
      price: [16, 32],
      weight: [1.5, 3.5],
      sizes: ["5 in long", "3 in across"],
      uses: ["Light enough for a very new hand.", "The sound is soft, more rain than maraca."],
      made: [
        "Turned from one piece of cherry with two captive rings.",
        "Finished with nothing but flax oil, because we know where it is going."
      ],
      care: [
        {
          says: "Wipe clean and air dry; safe from birth.",
          answer: "Yes, from birth. There is no paint or glue on anything that can reach a mouth."
        }
      ],
      materials: ["cherry", "flax oil"],
      tags: ["baby", "rattle", "baby shower"]
    },
    {
      name: "hand puppet",
      titles: ["Hand Puppet", "Felt Hand Puppet", "Finger Puppets, Set of 3"],
      price: [18, 44],
      weight: [2, 5],
      sizes: ["10 in tall", "3 in tall each"],
      fits: { "Hand Puppet": [0], "Felt Hand Puppet": [0], "Finger Puppets, Set of 3": [1] },
      uses: ["Fits a small hand and a big one.", "Has told more bedtime stories than I have."],
      made: [
        "Cut from wool felt and stitched with embroidery thread, eyes and all.",
        "Sewn double at the neck, where the arguments happen."
      ],
      care: [{ says: "Spot clean with cool water.", answer: "Spot clean with cool water. From three years up." }],
      materials: ["wool felt", "embroidery thread"],
      tags: ["puppet", "felt", "storytelling"]
    },
    {
      name: "puzzle",
      titles: ["Wooden Puzzle", "Chunky Puzzle", "Layered Puzzle"],
      price: [24, 52],
      weight: [10, 22],
      sizes: ["8 x 8 in, 9 pieces", "10 x 12 in, 18 pieces"],
      uses: [
        "The pieces stand up by themselves, so the puzzle turns into a play.",
        "Hard enough for four and fun enough for six."
      ],
      made: [
        "Cut by hand on a fine blade from Baltic birch.",
        "Painted first, then cut, so every puzzle fits only itself."
      ],
      care: [
        {
          says: "Water-based paint, sealed; wipe clean.",
          answer: "The paint is water based and sealed. Pieces are large enough for two years up."
        }
      ],
      materials: ["Baltic birch", "water-based paint"],
      tags: ["puzzle", "wooden toy", "learning"]
    },
    {
      name: "blocks",
      titles: ["Building Blocks", "Alphabet Blocks", "Balance Blocks"],
      price: [34, 88],
      weight: [24, 70],
      sizes: ["20 pieces in a bag", "26 pieces, 1.5 in cubes"],
      fits: { "Alphabet Blocks": [1], "Building Blocks": [0], "Balance Blocks": [0] },
      uses: [
        "Heavy enough to stack high and loud enough to be worth knocking over.",
        "Comes in a canvas bag that doubles as the clean-up plan."
      ],
      made: [
        "Cut from offcuts of our furniture, so a set holds five kinds of wood.",
        "Printed by hand, letter by letter, with a rubber stamp and patience."
      ],
      care: [
        {
          says: "Wipe clean; a fresh coat of beeswax brings them back.",
          answer: "All untreated hardwood with a little beeswax. A damp cloth is all they need."
        }
      ],
      materials: ["mixed hardwood", "beeswax"],
      tags: ["blocks", "building", "wooden toy"],
      choices: { names: ["20 pieces", "40 pieces"], deltas: [0, 3000] }
    },
    {
      name: "plush",
      titles: ["Plush Friend", "Corduroy Plush", "Floppy Plush", "Weighted Plush"],
      price: [26, 64],
      weight: [5, 20],
      sizes: ["9 in tall", "13 in tall"],
      uses: ["Made to be dragged by one arm.", "Floppy in the middle, so it can sit at tea parties."],
      made: [
        "Sewn from old corduroy and stuffed with wool, eyes embroidered and no buttons to lose.",
        "Sewn in the evenings, one a night, with a name on the tag."
      ],
      care: [
        {
          says: "Machine wash on gentle inside a pillowcase.",
          answer: "Gentle cycle in a pillowcase, then a day in the sun. Safe from birth."
        }
      ],
      materials: ["corduroy", "wool stuffing"],
      tags: ["plush", "stuffed animal", "baby gift"],
      share: 2
    },
    {
      name: "stacking toy",
      titles: ["Stacking Toy", "Stacking Rings", "Nesting Set"],
      price: [26, 54],
      weight: [8, 20],
      sizes: ["7 in tall, 6 pieces", "9 in tall, 8 pieces"],
      uses: ["There is a right order, and about forty funnier ones.", "Grows from chewing to sorting to castle."],
      made: [
        "Turned ring by ring and dyed with plants.",
        "The pieces are cut from one plank, so the grain runs through them when they stack right."
      ],
      care: [
        {
          says: "Wipe with a damp cloth and never soak.",
          answer: "Safe, yes: the dyes are plants and nothing else. A damp cloth is all it needs."
        }
      ],
      materials: ["basswood", "plant dye"],
      tags: ["stacking", "montessori", "toddler"]
    },
    {
      name: "mobile",
      titles: ["Nursery Mobile", "Felt Mobile", "Balancing Mobile"],
      price: [44, 92],
      weight: [5, 12],
      sizes: ["16 in across", "14 in across, 22 in drop"],
      uses: ["Turns with the warmth of the room, no battery.", "Seen from below, which is where the audience is."],
      made: [
        "Balanced by hand with a bit of beeswax on the light side.",
        "Needle-felted from local fleece and strung on linen."
      ],
      care: [
        {
          says: "Hang out of reach and dust with a hair dryer on cool.",
          answer: "Please hang it out of reach. It is for looking at, and dusting is all it needs."
        }
      ],
      materials: ["wool felt", "linen thread", "birch"],
      tags: ["mobile", "nursery", "baby shower"]
    },
    {
      name: "memory game",
      titles: ["Memory Game", "Domino Set", "Lotto Cards"],
      price: [24, 46],
      weight: [8, 18],
      sizes: ["24 tiles, 2 in square", "28 tiles in a tin"],
      fits: { "Domino Set": [1], "Memory Game": [0], "Lotto Cards": [0] },
      uses: ["Children win, which is good for everyone.", "Five minutes to learn; the same five minutes, forever."],
      made: [
        "Drawn in ink, burned into maple tiles and tinted by hand.",
        "Printed from linoleum blocks and mounted on board that does not warp."
      ],
      care: [
        {
          says: "Keep dry; lost pieces are replaced free.",
          answer: "Wipe the tiles dry. If the dog eats one, write to me and I will make another."
        }
      ],
      materials: ["maple", "ink"],
      tags: ["game", "family", "memory"]
    }
  ],
  finishes: [
    { name: "Bear", says: "The bear is modeled on one who robbed our bird feeder for three summers.", tags: ["bear"] },
    { name: "Fox", says: "The fox looks as if it knows something.", tags: ["fox", "woodland"] },
    { name: "Whale", says: "A blue whale, to scale if your ocean is small.", tags: ["whale", "ocean"] },
    { name: "Hedgehog", says: "The hedgehog has a few more bristles than it needs.", tags: ["hedgehog", "woodland"] },
    { name: "Owl", says: "The owl stays up late and is always sorry in the morning.", tags: ["owl", "bird"] },
    { name: "Dinosaur", says: "A long-necked dinosaur with kind eyes, scientifically unproven.", tags: ["dinosaur"] },
    { name: "Goat", says: "The goat is smiling, or chewing; opinions differ.", tags: ["goat", "farm"] },
    {
      name: "Rabbit",
      says: "One of the rabbit's ears tips over, and children always notice.",
      tags: ["rabbit", "bunny"]
    },
    { name: "Moon and Stars", says: "A sleepy moon and seven stars in soft yellow.", tags: ["moon", "stars"] },
    {
      name: "Little Village",
      says: "A village of five houses, a church and one very large cat.",
      tags: ["village", "houses"]
    }
  ],
  made: [],
  care: [],
  voice: [
    "Tested by two toddlers and a Labrador.",
    "Meets the US toy safety standard; the certificate is in the box.",
    "A name can be added for a few dollars; ask me first.",
    "I made the first one for my niece, and she is at college now.",
    "Not a screen in sight.",
    "If a piece goes missing, write to me and I will make another."
  ],
  materials: [],
  tags: ["toy", "kids", "children"],
  praise: [
    "My son has not put it down since.",
    "Beautifully made, and tough enough for twins.",
    "Everything is smooth, with no splinters anywhere.",
    "It has been thrown down the stairs more than once and shows nothing.",
    "A present that stood out in a pile of plastic.",
    "So many sweet little details.",
    "Even the big kids fight over it.",
    "I love that I do not have to worry about what is in it.",
    "Exactly the present I was looking for.",
    "It looks good on the shelf, too, for the ten minutes it spends there.",
    "She carries it from room to room.",
    "It will be kept for grandchildren."
  ],
  grumbles: [
    "Cute, but one piece was rougher than the rest.",
    "My daughter loves it; I had just expected it to be bigger.",
    "The color started to wear at the edges after a month."
  ],
  careQuestions: ["Is it safe for little ones, and can it be cleaned?", "What should I know about safety and care?"],
  questions: [
    ["Can you put a name on it?", "Yes, up to eight letters. Send a message before you order and I will set it up."],
    ["Is it tested for safety?", "It meets the US toy standard, and the certificate comes in the box."],
    [
      "Could you send it gift wrapped to my grandson?",
      "Of course. Put his address in the order and your words in the note."
    ],
    ["What if we lose a piece?", "Write to me. I keep the patterns and will make a new one."]
  ],
  lead: [1, 8],
  shipping: [5, 10]
}
