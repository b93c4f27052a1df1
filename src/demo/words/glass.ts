import type { Craft } from "./Craft.ts"

export const glass: Craft = {
  slug: "glass",
  name: "Glass",
  kinds: [
    {
      name: "tumblers",
      titles: ["Blown Tumblers, Pair", "Rocks Glass", "Optic Tumbler", "Stemless Wine Glass"],
      price: [28, 84],
      weight: [8, 24],
      sizes: ["3.5 in tall, holds 9 oz", "4 in tall, holds 12 oz"],
      uses: [
        "Heavy at the bottom and fine at the lip.",
        "A bubble or two is caught in the base, just off center.",
        "Good for water at noon and something better at six."
      ],
      made: ["Blown and shaped on the bench, one gather at a time, then cooled overnight in the annealer."],
      tags: ["glassware", "drinkware", "barware"],
      share: 2,
      choices: { names: ["Single", "Pair", "Set of 4"], deltas: [0, 2600, 7400] }
    },
    {
      name: "ornament",
      titles: ["Blown Ornament", "Witch Ball", "Icicle Ornament"],
      price: [18, 46],
      weight: [2, 6],
      sizes: ["3 in across", "6 in long"],
      fits: { "Blown Ornament": [0], "Witch Ball": [0], "Icicle Ornament": [1] },
      uses: [
        "Hang it in a window and leave it up past January.",
        "Strands of glass inside catch whatever light is going."
      ],
      made: ["Blown in one breath and hooked while it is still orange."],
      care: [
        {
          says: "Dust with a damp cloth, without ammonia.",
          answer: "A damp soft cloth. Skip window cleaner, since ammonia dulls the finish."
        }
      ],
      tags: ["ornament", "window", "holiday"]
    },
    {
      name: "suncatcher",
      titles: ["Stained Glass Suncatcher", "Leaded Suncatcher", "Prism Suncatcher"],
      price: [26, 88],
      weight: [5, 16],
      sizes: ["6 in across", "5 x 9 in"],
      uses: [
        "Throws color on the opposite wall around four in the afternoon.",
        "Comes with a chain and a suction hook for renters."
      ],
      made: ["Cut, ground, wrapped in copper foil and soldered by hand, front and back."],
      care: [
        {
          says: "Dust with a damp cloth, without ammonia.",
          answer: "A damp soft cloth. Skip window cleaner, since ammonia dulls the finish."
        }
      ],
      tags: ["suncatcher", "stained glass", "window"],
      share: 2
    },
    {
      name: "bud vase",
      titles: ["Bud Vase", "Bottle-Neck Vase", "Bubble Vase"],
      price: [32, 120],
      weight: [8, 36],
      sizes: ["5 in tall", "8 in tall, 4 in across"],
      fits: { "Bud Vase": [0] },
      uses: ["One tulip is enough, and so is none.", "The color gathers at the bottom like the last of a drink."],
      made: ["Free-blown without a mold, so the lean is its own."],
      tags: ["vase", "flowers", "blown glass"]
    },
    {
      name: "bowl",
      titles: ["Ripple Bowl", "Shallow Glass Bowl", "Footed Glass Bowl"],
      price: [58, 180],
      weight: [20, 60],
      sizes: ["8 in across", "11 in across, 3 in tall"],
      fits: { "Shallow Glass Bowl": [1] },
      uses: [
        "For pears, or for the light that comes through it.",
        "The rim was spun open in one move and left as it fell."
      ],
      made: ["Spun out hot on the pipe in a few loud seconds, after an hour of getting ready."],
      tags: ["bowl", "blown glass", "centerpiece"]
    },
    {
      name: "paperweight",
      titles: ["Paperweight", "Bubble Paperweight", "Swirl Paperweight"],
      price: [34, 76],
      weight: [14, 26],
      sizes: ["2.75 in across", "3.25 in across"],
      uses: ["Holds down papers and holds up a conversation.", "Turn it, and the pattern turns the other way."],
      made: ["Gathered in four layers, with the color twisted between the second and the third."],
      care: [
        {
          says: "Dust with a damp cloth, without ammonia.",
          answer: "A damp soft cloth. Skip window cleaner, since ammonia dulls the finish."
        }
      ],
      tags: ["paperweight", "desk", "office gift"]
    },
    {
      name: "stained glass panel",
      titles: ["Stained Glass Panel", "Geometric Window Panel", "Transom Panel"],
      price: [140, 480],
      weight: [40, 120],
      sizes: ["10 x 14 in", "12 x 24 in"],
      uses: [
        "Framed in zinc and ready to hang in front of an ordinary window.",
        "Gives a bathroom privacy and a bit of cathedral."
      ],
      made: ["Drawn full size, cut piece by piece and leaded over two weeks."],
      care: [
        {
          says: "Dust with a damp cloth, without ammonia.",
          answer: "A damp soft cloth. Skip window cleaner, since ammonia dulls the finish."
        }
      ],
      tags: ["stained glass", "panel", "window art"]
    },
    {
      name: "dish",
      titles: ["Fused Trinket Dish", "Fused Glass Coasters", "Candle Dish"],
      price: [20, 48],
      weight: [6, 18],
      sizes: ["4 in square", "5 in across"],
      fits: { "Fused Glass Coasters": [0], "Candle Dish": [1] },
      uses: ["For rings at the edge of the sink.", "Four small windows for the coffee table."],
      made: ["Cut from sheet, stacked, and fused flat in the kiln for fourteen hours."],
      tags: ["fused glass", "dish", "small gift"]
    },
    {
      name: "terrarium",
      titles: ["Geometric Terrarium", "Hanging Terrarium"],
      price: [46, 118],
      weight: [18, 50],
      sizes: ["7 in tall", "9 in tall, door on one side"],
      uses: ["A small door lets your hand in for watering.", "Air plants, moss, or a single very lucky beetle."],
      made: ["Soldered from clear and colored panes, with every seam gone over twice."],
      care: [
        {
          says: "Dust with a damp cloth, without ammonia.",
          answer: "A damp soft cloth. Skip window cleaner, since ammonia dulls the finish."
        }
      ],
      tags: ["terrarium", "plants"]
    }
  ],
  finishes: [
    { name: "Cobalt", says: "Cobalt blue, the color of old medicine bottles.", tags: ["blue", "cobalt"] },
    { name: "Amber", says: "Amber that turns a gray morning into late afternoon.", tags: ["amber", "yellow"] },
    {
      name: "Sea Green",
      says: "A pale sea green that comes from nothing but a little iron in the sand.",
      tags: ["green", "aqua"]
    },
    { name: "Smoke", says: "Smoke gray, barely there until you set it on white.", tags: ["gray", "smoke"] },
    {
      name: "Cranberry",
      says: "The red is made with gold, as it has been for three centuries.",
      tags: ["red", "cranberry"]
    },
    {
      name: "Opal",
      says: "Milky opal that glows orange at the edges when it is lit from behind.",
      tags: ["white", "opal"]
    },
    {
      name: "Recycled Bottle",
      says: "Melted from wine bottles that the restaurant next door saves for us.",
      tags: ["recycled", "green"],
      materials: ["recycled bottle glass"]
    },
    {
      name: "Iridescent",
      says: "A breath of tin fumes at the end leaves a soap-bubble shimmer.",
      tags: ["iridescent", "rainbow"]
    },
    { name: "Violet", says: "Violet by day, and nearly blue under a lamp.", tags: ["purple", "violet"] }
  ],
  made: ["Made in a two-person studio, start to finish, and looked over by both."],
  care: [
    {
      says: "Hand wash in warm water.",
      answer: "By hand and in warm water, please. Sudden heat is the only thing it truly dislikes."
    },
    {
      says: "Not for boiling water or the microwave.",
      answer: "Room temperature or cold only. It was annealed with care, but boiling water is asking too much."
    }
  ],
  voice: [
    "The furnace runs at 2,100 degrees and we plan our summers around it.",
    "Signed on the bottom with a diamond scribe.",
    "Small bubbles, called seeds, are part of it.",
    "There will not be more of this color until spring.",
    "We pack glass for a living; it will arrive whole.",
    "No two sit quite alike, so choose the one that leans your way."
  ],
  materials: ["glass"],
  tags: ["glass", "handblown"],
  praise: [
    "When the sun comes in it is pure magic.",
    "The color is so much richer than my phone screen shows.",
    "Feels substantial and still elegant.",
    "There is a tiny bubble in it that I adore.",
    "It was packed like a museum piece.",
    "The work is neat and even from every side.",
    "I have it in the kitchen window and it starts every day well.",
    "Each one is slightly different, and that is the charm.",
    "It throws blue patches on the wall around breakfast.",
    "Clearly the work of an expert.",
    "Every edge is perfectly smooth.",
    "I bought one and went back for the second the same night."
  ],
  grumbles: [
    "Pretty, but there was a scratch near the bottom.",
    "The color is a good deal lighter than in the picture.",
    "Smaller and heavier than I pictured."
  ],
  careQuestions: ["How should I clean it?", "Does it need any special care?"],
  questions: [
    ["Will it fade in a south window?", "No. The color is in the glass itself, so sun does nothing to it."],
    ["What if it breaks on the way?", "Send me a photo and I will make another. It has happened twice in six years."],
    ["Could I get a matching set?", "Yes, as close as hands can make them. Please allow three weeks."],
    ["Is each one really made by hand?", "By the two of us, yes. That is why no two are quite the same."]
  ],
  lead: [1, 9],
  shipping: [8, 16]
}
