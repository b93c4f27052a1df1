import type { Craft } from "./Craft.ts"

export const candles: Craft = {
  slug: "candles",
  name: "Candles",
  kinds: [
    {
      name: "jar candle",
      titles: ["Soy Candle", "Jar Candle", "Amber Jar Candle", "Double-Wick Candle"],
      price: [18, 42],
      weight: [12, 24],
      sizes: ["8 oz, burns about 45 hours", "12 oz, burns about 60 hours", "16 oz, burns about 80 hours"],
      fits: { "Double-Wick Candle": [1, 2] },
      uses: [
        "Fills a living room without following you into the hall.",
        "The jar is worth keeping: soap and warm water, and it is a drinking glass.",
        "Throws scent cold, too, so it works in a linen closet."
      ],
      made: [
        "Poured at low heat in batches of twenty-four, then cured two weeks before anyone may light it.",
        "Soy wax and a lead-free cotton wick, weighed to the gram and stirred for a full two minutes."
      ],
      materials: ["soy wax", "cotton wick"],
      tags: ["soy candle", "jar candle"],
      share: 3,
      choices: { names: ["8 oz", "12 oz"], deltas: [0, 900] }
    },
    {
      name: "beeswax pillar",
      titles: ["Beeswax Pillar Candle", "Hand-Dipped Pillar", "Rolled Beeswax Pillar"],
      price: [16, 38],
      weight: [10, 28],
      sizes: ["3 in across, 4 in tall", "3 in across, 6 in tall"],
      uses: [
        "Burns slow, clean and without a drip if you keep it out of a draft.",
        "Stands on its own and asks only for a plate."
      ],
      made: [
        "Strained three times through felt and poured into molds I cast from turned wood.",
        "Made with wax from hives I can walk to."
      ],
      materials: ["beeswax", "cotton wick"],
      tags: ["beeswax", "pillar candle"]
    },
    {
      name: "tapers",
      titles: ["Taper Candles, Pair", "Dipped Tapers, Set of 4", "Fluted Tapers"],
      price: [14, 36],
      weight: [4, 9],
      sizes: ["10 in tall", "12 in tall, 0.9 in thick"],
      uses: [
        "For a long dinner: about ten hours each.",
        "Joined at the wick the old way, so they can hang until you need them."
      ],
      made: [
        "Dipped by hand thirty times, with a rest between each dip.",
        "Poured in antique tin molds and cooled overnight."
      ],
      materials: ["beeswax blend", "cotton wick"],
      tags: ["taper", "dinner candles"],
      choices: { names: ["Pair", "Set of 4", "Set of 6"], deltas: [0, 1200, 2000] }
    },
    {
      name: "travel tin",
      titles: ["Travel Tin Candle", "Pocket Tin Candle", "Trio of Tins"],
      price: [9, 30],
      weight: [4, 14],
      sizes: ["4 oz, burns about 22 hours", "three 2 oz tins"],
      fits: { "Travel Tin Candle": [0], "Pocket Tin Candle": [0], "Trio of Tins": [1] },
      uses: [
        "Makes a hotel room smell like somewhere you chose.",
        "The lid snuffs it, so it can go straight back in the bag."
      ],
      made: [
        "Poured into seamless tins and lidded warm.",
        "Small-batch soy wax, filled by hand and labeled crooked on occasion."
      ],
      materials: ["soy wax", "tin"],
      tags: ["travel", "small gift", "stocking stuffer"]
    },
    {
      name: "wax melts",
      titles: ["Wax Melts", "Wax Melt Bars", "Scent Tablets"],
      price: [8, 18],
      weight: [3, 6],
      sizes: ["6 cubes, 3 oz", "2 bars, 5 oz"],
      fits: { "Wax Melts": [0], "Wax Melt Bars": [1], "Scent Tablets": [0] },
      uses: ["Two cubes in a warmer last most of a weekend.", "Tuck one unlit in a drawer of sweaters."],
      made: [
        "The same oils as our candles, in a firmer wax that snaps cleanly.",
        "Poured into chocolate molds, which has led to one misunderstanding."
      ],
      care: [
        {
          says: "For wax warmers only; never add water.",
          answer: "Use it in a warmer without water and swap it when the scent is gone."
        }
      ],
      materials: ["soy wax", "coconut wax"],
      tags: ["wax melts", "flameless"]
    },
    {
      name: "votives",
      titles: ["Votive Set", "Tea Lights, Dozen", "Votives in Glass"],
      price: [14, 34],
      weight: [8, 20],
      sizes: ["set of 4, 2 oz each", "12 lights, 5 hours each"],
      fits: { "Votive Set": [0], "Tea Lights, Dozen": [1], "Votives in Glass": [0] },
      uses: [
        "Set a row down the table and turn off the overhead light.",
        "Small flames for the bath, the porch, the power cut."
      ],
      made: [
        "Hand-poured, wicked and checked one by one for a centered flame.",
        "Poured into clear cups so the light comes out of the sides, too."
      ],
      materials: ["soy wax", "cotton wick"],
      tags: ["votive", "tea lights", "table"]
    },
    {
      name: "wooden-wick candle",
      titles: ["Wooden-Wick Candle", "Crackling Candle", "Dough Bowl Candle"],
      price: [28, 64],
      weight: [16, 44],
      sizes: ["10 oz, burns about 50 hours", "20 oz, three wicks"],
      fits: { "Wooden-Wick Candle": [0], "Crackling Candle": [0], "Dough Bowl Candle": [1] },
      uses: [
        "The wick crackles like a small hearth, which in an apartment is close enough.",
        "A wide, low flame that melts evenly to the edge."
      ],
      made: [
        "Cherry-wood wicks, cut here, in coconut and soy wax.",
        "Poured in two stages, a day apart, so that the top sets smooth."
      ],
      materials: ["coconut wax", "cherry-wood wick"],
      tags: ["wooden wick", "crackling"]
    }
  ],
  finishes: [
    {
      name: "Cedar and Smoke",
      says: "Cedar shavings, birch tar and a little vanilla: a campfire that has been out for an hour.",
      tags: ["cedar", "smoky", "woodsy"],
      materials: ["cedar oil"]
    },
    {
      name: "Fig Leaf",
      says: "Green fig leaf and cut stem, more tree than fruit.",
      tags: ["fig", "green"],
      materials: ["fragrance oil"]
    },
    {
      name: "Orange Peel and Clove",
      says: "Orange peel on the radiator, the way it was done before central heating.",
      tags: ["orange", "spice", "winter"],
      materials: ["orange oil", "clove oil"]
    },
    {
      name: "Tomato Vine",
      says: "Smells like brushing against the tomatoes in July.",
      tags: ["tomato leaf", "garden", "green"],
      materials: ["fragrance oil"]
    },
    {
      name: "Black Tea",
      says: "Black tea, bergamot and the paper of an old book.",
      tags: ["tea", "bergamot"],
      materials: ["bergamot oil"]
    },
    {
      name: "Lavender and Sage",
      says: "Lavender from a friend's field, steadied with clary sage.",
      tags: ["lavender", "calming"],
      materials: ["lavender oil", "sage oil"]
    },
    {
      name: "Saltmarsh",
      says: "Salt, reeds and a clean mineral edge, like low tide in October.",
      tags: ["ocean", "fresh"],
      materials: ["fragrance oil"]
    },
    {
      name: "Plain Honey",
      says: "Only honey and a little beeswax, and none of the perfume counter.",
      tags: ["honey", "unscented"]
    },
    {
      name: "Piñon",
      says: "Piñon resin, as on the first cold night of the year in the high desert.",
      tags: ["pine", "desert"],
      materials: ["piñon oil"]
    },
    {
      name: "White Peach",
      says: "Ripe peach with the skin on, and a whisper of jasmine.",
      tags: ["peach", "floral"],
      materials: ["fragrance oil"]
    }
  ],
  made: [],
  care: [
    {
      says: "Trim the wick to a quarter inch and let the first burn reach the edge.",
      answer: "Trim the wick each time and give it two hours on the first burn, so it melts to the edge."
    },
    {
      says: "Phthalate-free fragrance; keep away from drafts, pets and curtains.",
      answer: "Fragrance is phthalate free and the wick is cotton. Keep it out of drafts and it burns clean."
    },
    {
      says: "Stop burning when half an inch of wax is left.",
      answer: "Up to four hours at a time, and stop when there is half an inch of wax left."
    }
  ],
  voice: [
    "I test each scent at home for a month, and my family has opinions.",
    "Bring the empty back and the refill is cheaper.",
    "Labels are letterpressed down the street.",
    "Made on Tuesdays, shipped on Thursdays.",
    "Strong sellers go quickly in November; this batch is what there is.",
    "In high summer I ship early in the week so nothing sits in a hot truck."
  ],
  materials: [],
  tags: ["candle", "hand-poured", "gift"],
  praise: [
    "The scent is subtle and real, not like a department store.",
    "It does exactly what it should, evenly and quietly.",
    "One hour of it and the whole apartment smells right.",
    "No headache, which is rare for me.",
    "I have gone through three of these and just ordered the fourth.",
    "Looks good even unlit.",
    "Lasted longer than promised; I kept count.",
    "Smells like my grandfather's workshop.",
    "It arrived in a heat wave, unmelted, with a cold pack.",
    "No soot, no fuss.",
    "Friends ask what we are cooking.",
    "It is our Sunday evening candle now."
  ],
  grumbles: [
    "Pleasant, but I have to sit right next to it to smell anything.",
    "It arrived with a small crack across the top.",
    "The label was smudged, which matters for a present."
  ],
  careQuestions: ["Any tips for burning it properly?", "How do I get the most out of it?"],
  questions: [
    [
      "Is the scent strong? My sister is sensitive.",
      "Moderate. For someone sensitive I would light it for half an hour and then snuff it."
    ],
    ["Are there dyes in the wax?", "None. What color there is comes from the wax and the oils."],
    [
      "Will it melt on the way to Phoenix?",
      "In summer I add a cold pack and ship on Mondays. If it still arrives soft, I replace it."
    ],
    [
      "Can I buy a refill?",
      "For the jars and bowls, yes: send the vessel back or bring it by, and it costs about a third less."
    ]
  ],
  lead: [1, 4],
  shipping: [5, 9]
}
