import type { Craft } from "./Craft.ts"

export const woodwork: Craft = {
  slug: "woodwork",
  name: "Woodwork",
  kinds: [
    {
      name: "cutting board",
      titles: ["Cutting Board", "End-Grain Cutting Board", "Bread Board with Handle", "Cheese Board"],
      price: [38, 165],
      weight: [24, 110],
      sizes: ["9 x 14 in, 0.75 in thick", "12 x 18 in, 1.25 in thick", "8 x 20 in with handle"],
      fits: {
        "Cutting Board": [0, 1],
        "End-Grain Cutting Board": [1],
        "Bread Board with Handle": [2],
        "Cheese Board": [0]
      },
      uses: [
        "Kind to knives and big enough for a whole watermelon.",
        "One face has a juice groove; turn it over for bread.",
        "Handsome enough to carry to the table with the cheese still on it."
      ],
      tags: ["cutting board", "kitchen"],
      share: 2,
      choices: { names: ["9 x 14 in", "12 x 18 in"], deltas: [0, 3800] }
    },
    {
      name: "spoon",
      titles: ["Cooking Spoon", "Serving Spoon Pair", "Coffee Scoop", "Risotto Spoon"],
      price: [18, 52],
      weight: [1.5, 4],
      sizes: ["6 in long", "11 in long", "13 in long"],
      fits: { "Coffee Scoop": [0], "Cooking Spoon": [1, 2], "Risotto Spoon": [2], "Serving Spoon Pair": [1] },
      uses: [
        "The flat edge gets into the corner of a pan.",
        "Shaped for one hand; say so if yours is the left.",
        "Lives in the crock by the stove and gets reached for first."
      ],
      made: ["Roughed out with an axe, finished with a knife, and burnished with a river pebble."],
      tags: ["spoon", "utensil", "kitchen"]
    },
    {
      name: "bowl",
      titles: ["Turned Bowl", "Live-Edge Bowl", "Salad Bowl", "Key Bowl"],
      price: [46, 220],
      weight: [10, 60],
      sizes: ["6 in across, 2.5 in tall", "10 in across, 4 in tall", "13 in across, 5 in tall"],
      fits: { "Salad Bowl": [1, 2], "Key Bowl": [0] },
      uses: [
        "Turned thin enough to ring when you flick it.",
        "Wide and low, made for a salad that needs tossing.",
        "Catches keys, coins and the day's receipts by the door."
      ],
      tags: ["bowl", "turned", "serving"]
    },
    {
      name: "stool",
      titles: ["Milking Stool", "Three-Legged Stool", "Step Stool"],
      price: [120, 280],
      weight: [80, 170],
      sizes: ["12 in across, 17 in tall", "14 x 10 in, 9 in tall"],
      fits: { "Step Stool": [1], "Milking Stool": [0], "Three-Legged Stool": [0] },
      uses: [
        "Three legs never wobble, whatever the floor does.",
        "A seat, a side table, a way to reach the top shelf."
      ],
      tags: ["stool", "furniture", "seating"]
    },
    {
      name: "box",
      titles: ["Keepsake Box", "Dovetailed Box", "Recipe Box", "Bandsaw Box"],
      price: [48, 190],
      weight: [12, 48],
      sizes: ["6 x 4 x 3 in", "8 x 6 x 4 in", "12 x 8 x 5 in"],
      fits: { "Recipe Box": [0] },
      uses: [
        "The lid closes with a small sigh of air, which is how you know it fits.",
        "Holds letters, cards or the good pencils.",
        "The grain runs unbroken around all four sides."
      ],
      tags: ["box", "keepsake", "storage"]
    },
    {
      name: "tray",
      titles: ["Serving Tray", "Ottoman Tray", "Valet Tray"],
      price: [52, 130],
      weight: [24, 64],
      sizes: ["10 x 16 in", "14 x 20 in"],
      fits: { "Valet Tray": [0], "Ottoman Tray": [1] },
      uses: ["Breakfast for two, one trip.", "The handles are cut through and rounded, so knuckles are safe."],
      tags: ["tray", "serving"]
    },
    {
      name: "coat rack",
      titles: ["Peg Rail", "Coat Rack", "Entry Shelf with Pegs"],
      price: [58, 140],
      weight: [30, 80],
      sizes: ["24 in long, 5 pegs", "36 in long, 7 pegs"],
      uses: [
        "Pegs are wedged from behind and will hold a wet parka.",
        "Brings a hallway to order in the time it takes to drive two screws."
      ],
      tags: ["coat rack", "entryway", "shaker"]
    },
    {
      name: "rolling pin",
      titles: ["French Rolling Pin", "Tapered Rolling Pin", "Pasta Pin"],
      price: [28, 58],
      weight: [12, 24],
      sizes: ["18 in long", "20 in long, 1.75 in thick"],
      uses: ["A taper at both ends lets you steer the dough.", "No bearings, no handles, nothing to break."],
      tags: ["rolling pin", "baking"]
    },
    {
      name: "salt cellar",
      titles: ["Salt Cellar", "Spice Cellar with Lid", "Pinch Bowl Set"],
      price: [22, 56],
      weight: [4, 14],
      sizes: ["3 in across, 2.5 in tall", "2.5 in across each"],
      fits: { "Salt Cellar": [0], "Spice Cellar with Lid": [0], "Pinch Bowl Set": [1] },
      uses: [
        "The lid swings on a brass pin and opens with one salty finger.",
        "Keeps flaky salt at hand and out of the steam."
      ],
      tags: ["salt", "kitchen", "small gift"]
    },
    {
      name: "phone stand",
      titles: ["Desk Organizer", "Phone Stand", "Book Stand", "Pen Tray"],
      price: [24, 88],
      weight: [5, 40],
      sizes: ["4 x 3 in", "11 x 9 in", "10 x 3 in"],
      fits: { "Phone Stand": [0], "Book Stand": [1], "Desk Organizer": [1], "Pen Tray": [2] },
      uses: ["Clears a desk of everything but the work.", "Angled so that you can read and chop at the same time."],
      tags: ["desk", "office"]
    }
  ],
  finishes: [
    {
      name: "Black Walnut",
      says: "The walnut came down in a storm on Maple Street and spent two years drying in our loft.",
      tags: ["walnut", "dark wood"],
      materials: ["black walnut"]
    },
    {
      name: "Cherry",
      says: "Cherry starts out pink and darkens every month for the first year.",
      tags: ["cherry"],
      materials: ["cherry"]
    },
    {
      name: "Hard Maple",
      says: "Hard maple, pale and dense, with a bit of curl where the tree leaned.",
      tags: ["maple", "light wood"],
      materials: ["hard maple"]
    },
    {
      name: "White Oak",
      says: "Quartersawn white oak, so the rays show up like brush strokes.",
      tags: ["oak"],
      materials: ["white oak"]
    },
    {
      name: "Ash",
      says: "Ash from trees the beetles got to first; we saw what we can before it goes to firewood.",
      tags: ["ash", "light wood"],
      materials: ["ash"]
    },
    {
      name: "Heart Pine",
      says: "Old heart pine from a cotton warehouse, still smelling of resin after a hundred and thirty years.",
      tags: ["reclaimed", "pine"],
      materials: ["reclaimed heart pine"]
    },
    {
      name: "Spalted Beech",
      says: "Fungus drew the black lines before we got there, and we just stopped it in time.",
      tags: ["spalted", "beech"],
      materials: ["spalted beech"]
    },
    {
      name: "Mesquite",
      says: "Mesquite is stubborn, cracked and gorgeous; the cracks are filled with turquoise dust.",
      tags: ["mesquite"],
      materials: ["mesquite", "crushed turquoise"]
    },
    {
      name: "Sycamore",
      says: "Lacewood figure from a sycamore that shaded the schoolyard.",
      tags: ["sycamore"],
      materials: ["sycamore"]
    }
  ],
  made: [
    "Cut, shaped and sanded to 320 grit in a one-car garage.",
    "Planed by hand, so the surface has a sheen that sanding cannot give.",
    "Made from a single piece, with the offcuts going to the next project.",
    "Joined without screws or nails and glued with a food-safe adhesive.",
    "Shaped slowly, with a long pause between rough cut and finish so that the wood can move first."
  ],
  care: [
    {
      says: "Finished with walnut oil and beeswax; renew it when it looks thirsty.",
      answer: "Hand wash and dry upright, then a little oil every month or two. Never the dishwasher."
    },
    {
      says: "Wipe clean and oil twice a year; never soak it.",
      answer: "A damp cloth and a drop of mineral oil twice a year. Soaking is what kills wood."
    },
    {
      says: "The hard-wax finish shrugs off water rings and wine.",
      answer: "The hard-wax finish handles spills well. Wipe them up within the hour and you will never see them."
    },
    {
      says: "A tin of board butter is in the box.",
      answer: "Rub in some of the board butter from the box once a month. Hand wash only."
    }
  ],
  voice: [
    "Knots are filled with black epoxy, or left alone when they have earned it.",
    "Branded underneath with the year.",
    "Pick a piece with sapwood if you like contrast; tell me in the note.",
    "The dog has inspected it and found it satisfactory.",
    "I would rather make six good ones than sixty, so stock runs low.",
    "If it ever cracks, I will mend it or replace it."
  ],
  materials: ["beeswax"],
  tags: ["wood", "woodworking", "handcrafted"],
  praise: [
    "The grain is stunning.",
    "Smooth as river stone, and I mean everywhere, underneath too.",
    "It is heavier than I expected, in the best sense.",
    "We use it daily and a wipe of oil brings it right back.",
    "Everything fits so tightly that you cannot feel a seam.",
    "It smells wonderful.",
    "My father-in-law has built furniture for forty years and had no notes.",
    "The shape sits in my hand like it was measured for it.",
    "I nearly hung it on the wall instead of using it.",
    "The little brand underneath is a nice touch.",
    "It makes everything around it look cheap.",
    "Not a rough edge to be found."
  ],
  grumbles: [
    "Beautiful wood, but it came rather dry and needed two coats of oil.",
    "One edge was a bit rough and needed a minute with sandpaper.",
    "Lighter in color than the photo; I know wood varies, but still."
  ],
  careQuestions: ["What finish is on it, and how do I keep it up?", "Can I wash it with soap and water?"],
  questions: [
    [
      "Which tree did this come from?",
      "A city tree, taken down within twenty miles of the shop. I can tell you the street for most of them."
    ],
    [
      "Can you make it larger?",
      "Up to the width of the board I have, yes. Send me the size and I will look in the rack."
    ],
    ["Is the finish food safe?", "Yes, oil and beeswax only, fully cured before it ships."],
    [
      "Can you burn initials into it?",
      "I can brand two or three letters underneath at no charge; leave a note with the order."
    ]
  ],
  lead: [2, 14],
  shipping: [6, 16]
}
