import type { Craft } from "./Craft.ts"

export const textiles: Craft = {
  slug: "textiles",
  name: "Textiles",
  kinds: [
    {
      name: "scarf",
      titles: ["Handwoven Scarf", "Merino Scarf", "Infinity Scarf", "Waffle-Weave Scarf"],
      price: [48, 120],
      weight: [4, 9],
      sizes: ["8 x 70 in", "10 x 76 in plus fringe", "12 x 60 in loop"],
      fits: { "Infinity Scarf": [2], "Handwoven Scarf": [0, 1], "Merino Scarf": [0, 1], "Waffle-Weave Scarf": [0, 1] },
      uses: [
        "Long enough to wrap twice and still tuck in.",
        "Warm without the itch: I tested it on the most sensitive neck I know.",
        "Folds down to nothing in a coat pocket."
      ],
      made: [
        "Woven on a four-shaft floor loom, about thirty picks to the minute and no hurry.",
        "Warped with merino, woven with silk, and washed by hand to let it bloom."
      ],
      care: [
        {
          says: "Hand wash in cool water with wool soap and dry flat.",
          answer: "Cool water, wool soap, dry flat. Do not wring it and it will last for decades."
        }
      ],
      materials: ["merino wool", "silk"],
      tags: ["scarf", "winter", "accessory"],
      share: 2
    },
    {
      name: "throw blanket",
      titles: ["Wool Throw Blanket", "Herringbone Throw", "Cotton Throw Blanket"],
      price: [110, 260],
      weight: [30, 64],
      sizes: ["50 x 60 in", "54 x 72 in"],
      uses: [
        "For the arm of the sofa, and for whoever gets there first.",
        "Heavy enough to feel and light enough to sleep under in May.",
        "Has been to the beach, the drive-in and one hospital waiting room."
      ],
      made: [
        "Woven in two panels and joined down the middle with a stitch you have to hunt for.",
        "Spun from a single flock, woven wide, and fulled for softness."
      ],
      care: [
        {
          says: "Air it outdoors; wash on the wool cycle only when you must.",
          answer: "Airing is usually enough. If it must be washed, use the cold wool cycle and dry it flat."
        }
      ],
      materials: ["wool"],
      tags: ["blanket", "throw", "cozy"]
    },
    {
      name: "tea towels",
      titles: ["Tea Towels, Set of 2", "Linen Tea Towel", "Handwoven Kitchen Towel"],
      price: [22, 48],
      weight: [4, 10],
      sizes: ["18 x 28 in", "20 x 30 in"],
      uses: [
        "Thirsty from the first wash and better after the tenth.",
        "Dries glasses without leaving lint.",
        "Has a loop, because towels belong on hooks."
      ],
      made: [
        "Woven in a huck pattern that gives the water somewhere to go.",
        "Cut, hemmed and mitred by hand, two at a time."
      ],
      care: [
        {
          says: "Machine wash warm; tumble dry if you like.",
          answer: "Machine wash and dry, no special treatment. They are meant to be used hard."
        }
      ],
      materials: ["linen", "cotton"],
      tags: ["tea towel", "kitchen", "linen"],
      choices: { names: ["Single", "Set of 2", "Set of 4"], deltas: [0, 1800, 5000] }
    },
    {
      name: "table runner",
      titles: ["Table Runner", "Linen Table Runner", "Overshot Table Runner"],
      price: [54, 120],
      weight: [8, 16],
      sizes: ["14 x 54 in", "15 x 72 in"],
      uses: [
        "Dresses a plain table for company and comes off for homework.",
        "The pattern reads the same from both sides of the table."
      ],
      made: [
        "An overshot pattern from an 1850 Pennsylvania draft, woven line by line.",
        "Woven with a doubled weft so it lies flat and stays there."
      ],
      care: [
        {
          says: "Wash cold and press while damp.",
          answer: "Cold wash, hang, and press it while it is still a bit damp."
        }
      ],
      materials: ["linen", "cotton"],
      tags: ["table runner", "table linen"]
    },
    {
      name: "quilt",
      titles: ["Baby Quilt", "Lap Quilt", "Log Cabin Quilt", "Wedding Quilt"],
      price: [140, 580],
      weight: [28, 90],
      sizes: ["36 x 42 in", "50 x 60 in", "84 x 90 in"],
      fits: { "Baby Quilt": [0], "Lap Quilt": [1], "Log Cabin Quilt": [1, 2], "Wedding Quilt": [2] },
      uses: [
        "Made to be dragged around the house, not kept in a chest.",
        "Big enough for two people who like each other.",
        "Soft on both sides, with a flannel back."
      ],
      made: [
        "Pieced on my mother's machine and quilted by hand, about nine stitches to the inch.",
        "Pieced from new cotton and a few old shirts, hand-bound at the edge."
      ],
      care: [
        {
          says: "Machine wash cold and tumble low; it crinkles, and that is the point.",
          answer: "Machine wash cold, tumble low. It will crinkle up a little and get softer each time."
        }
      ],
      materials: ["cotton", "cotton batting"],
      tags: ["quilt", "bedding", "heirloom"]
    },
    {
      name: "tote bag",
      titles: ["Canvas Tote Bag", "Patchwork Tote", "Market Tote"],
      price: [34, 78],
      weight: [10, 20],
      sizes: ["14 x 15 in, 6 in deep", "16 x 13 in, 5 in deep"],
      uses: [
        "Carries a week of library books and then a week of groceries.",
        "The straps are long enough for a winter coat.",
        "One inside pocket, deep enough that keys stay found."
      ],
      made: [
        "Sewn from heavy canvas with every stress point bar-tacked.",
        "Cut so that no two panels match on purpose."
      ],
      care: [
        {
          says: "Spot clean, or wash cold and hang.",
          answer: "Spot cleaning is best. A cold wash is fine, only hang it up afterward."
        }
      ],
      materials: ["cotton canvas"],
      tags: ["tote", "bag"]
    },
    {
      name: "hat",
      titles: ["Knit Watch Cap", "Cabled Beanie", "Fisherman Hat"],
      price: [32, 58],
      weight: [2, 5],
      sizes: ["Adult, fits 21 to 23 in", "Child, fits 18 to 20 in"],
      uses: [
        "Covers the ears properly, which not every hat does.",
        "Tight enough for a bicycle and loose enough for a nap."
      ],
      made: [
        "Knit by hand at the kitchen table from worsted wool.",
        "Knit in the round, so there is no seam on your forehead."
      ],
      care: [
        {
          says: "Hand wash cool, shape over a bowl to dry.",
          answer: "Hand wash cool and dry it over a bowl. Never the dryer, or it will fit a doll."
        }
      ],
      materials: ["worsted wool"],
      tags: ["hat", "beanie", "knit"],
      choices: { names: ["Child", "Adult", "Adult large"], deltas: [0, 600, 900] }
    },
    {
      name: "mittens",
      titles: ["Colorwork Mittens", "Felted Mittens", "Fingerless Mitts"],
      price: [36, 64],
      weight: [3, 6],
      sizes: ["9.5 in long", "8 in long"],
      fits: { "Fingerless Mitts": [1] },
      uses: [
        "Two layers of wool at the fingertips, where the cold gets in.",
        "Keeps the thumb free for a telephone or a dog leash."
      ],
      made: [
        "Knit from a Latvian chart with yarn on both hands.",
        "Knit large and then felted down until the wind gives up."
      ],
      care: [
        {
          says: "Dry on a radiator after snowballs; that is what they are for.",
          answer: "Snow is fine. Let them dry slowly and brush them once in a while."
        }
      ],
      materials: ["wool"],
      tags: ["mittens", "winter", "knit"]
    },
    {
      name: "rug",
      titles: ["Rag Rug", "Flatweave Rug", "Braided Rug"],
      price: [96, 340],
      weight: [40, 150],
      sizes: ["2 x 3 ft", "2.5 x 6 ft", "4 x 6 ft"],
      uses: ["Flat enough for a door to swing over.", "For the side of the bed, where feet land first."],
      made: [
        "Woven from cotton strips torn by hand, beaten so hard that the loom walks.",
        "Braided and laced from wool ends of a mill that closed last year."
      ],
      care: [
        {
          says: "Shake outside, turn now and then, wash cold in a big machine.",
          answer: "Shake it out and turn it every few months. A laundromat machine on cold takes care of the rest."
        }
      ],
      materials: ["cotton", "wool"],
      tags: ["rug", "floor"]
    }
  ],
  finishes: [
    {
      name: "Indigo",
      says: "Dipped eleven times in a natural indigo vat, and it still smells faintly of the sea.",
      tags: ["blue", "natural dye"],
      materials: ["natural indigo"]
    },
    {
      name: "Madder",
      says: "The red is madder root, three years in the ground before it met the pot.",
      tags: ["red", "natural dye"],
      materials: ["madder root"]
    },
    {
      name: "Undyed",
      says: "Nothing is dyed: the browns and creams are the colors of the sheep and the plant.",
      tags: ["natural", "undyed"]
    },
    {
      name: "Walnut Brown",
      says: "Dyed with walnut hulls gathered from the alley behind the studio.",
      tags: ["brown", "natural dye"],
      materials: ["walnut hulls"]
    },
    {
      name: "Goldenrod",
      says: "Goldenrod picked in September gives this yellow, and no other month does.",
      tags: ["yellow", "natural dye"],
      materials: ["goldenrod"]
    },
    { name: "Heather Gray", says: "Two grays are blended in the yarn, so it never looks flat.", tags: ["gray"] },
    { name: "Spruce", says: "A green so dark it passes for black until you stand near a window.", tags: ["green"] },
    {
      name: "Oat Stripe",
      says: "Narrow stripes in oat and cream, spaced by feel instead of by ruler.",
      tags: ["stripe", "neutral"]
    },
    {
      name: "Berry Check",
      says: "A check of two berry reds, borrowed from an old flannel lining.",
      tags: ["red", "check"]
    }
  ],
  made: [],
  care: [],
  voice: [
    "The tag carries the date it came off the loom or the needles.",
    "I keep the leftover yarn and cloth, so mending is free for life.",
    "If one thread looks looser than its neighbors, a wash will settle it.",
    "Made in a room with good light and bad heating.",
    "There will be perhaps ten of these, and then I will want to make something else.",
    "Wrapped in a scrap of the same cloth."
  ],
  materials: [],
  tags: ["textile", "fiber", "natural fiber"],
  praise: [
    "Softer than I expected.",
    "The edges are perfectly finished.",
    "It has already been through the wash twice and looks better for it.",
    "Colors are earthy and calm, just like the picture.",
    "My wife claimed it within the hour.",
    "It feels like something that will be handed down.",
    "It feels good in the hand, which is hard to explain online.",
    "The work is so even that I had to look for proof that it was made by hand.",
    "It has a good honest weight.",
    "I get asked about it every time I leave the house.",
    "The pattern is even prettier up close.",
    "No loose threads anywhere."
  ],
  grumbles: [
    "Well made, but it shed quite a bit in the first week.",
    "A little shorter than the listing said, by my tape measure.",
    "Nice, though I had hoped for a softer hand at this price."
  ],
  careQuestions: ["How do I wash it?", "Can it go in a washing machine?"],
  questions: [
    [
      "Is it pre-washed, or will it shrink?",
      "Everything is washed before it ships, so what shrinks has already shrunk."
    ],
    [
      "Does the color bleed?",
      "Everything is rinsed until the water runs clear. Wash it alone the first time to be safe."
    ],
    [
      "Could you make one in another size?",
      "Usually, for a little more material money. Send a message with the measurements."
    ],
    ["Where does your yarn come from?", "Small American mills for the wool, and Belgian flax for the linen."]
  ],
  lead: [2, 12],
  shipping: [5, 12]
}
