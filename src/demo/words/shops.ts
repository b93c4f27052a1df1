/** A shop in the words of its maker. */
export interface Maker {
  readonly name: string
  readonly slug: string
  readonly city: string
  readonly owner: string
  readonly crafts: readonly [string, ...Array<string>]
  readonly description: string
  readonly notes: ReadonlyArray<string>
  readonly policy: number
  /** How many listings it has for one of the others. */
  readonly share: number
}

export const policies = [
  "Returns within 30 days, unused and in the original packaging. The buyer pays return postage; broken on arrival is replaced free.",
  "Fourteen days to change your mind. Write first, send it back the way it came, and the refund goes out the day it arrives.",
  "Made-to-order and personalized pieces are final sale. Everything else may come back within 21 days for a full refund.",
  "If you do not love it, return it within 30 days for a refund or exchange. We pay postage both ways inside the US.",
  "No returns on opened products, for hygiene reasons. Unopened ones are welcome back within 14 days, and anything damaged is replaced.",
  "Returns accepted within 45 days. Pieces can also be handed back in person at the studio on Saturdays.",
  "Exchange or refund within 30 days if unused. Repairs are free for life."
] as const

export const makers: ReadonlyArray<Maker> = [
  {
    name: "Clay & Kiln",
    slug: "clay-and-kiln",
    city: "chicago",
    owner: "Marisol Vega",
    crafts: ["ceramics"],
    policy: 0,
    share: 2,
    description:
      "A two-wheel pottery in Pilsen, behind a bakery. Marisol throws tableware for everyday use and fires it in an electric kiln named Gloria.",
    notes: [
      "From a storefront studio on 18th Street, where the door is open whenever the kiln is.",
      "Visitors get a look at whatever is drying on the shelves."
    ]
  },
  {
    name: "Halyard Goods",
    slug: "halyard-goods",
    city: "seattle",
    owner: "Anders Holm",
    crafts: ["leather"],
    policy: 6,
    share: 1.2,
    description: "Leather goods cut and sewn in a former sail loft in Ballard. No machines louder than a radio.",
    notes: [
      "Cut on the old sail-loft floor in Ballard, where there is room for a whole hide.",
      "Anders signs the inside of each piece with an awl."
    ]
  },
  {
    name: "Loon Lake Pottery",
    slug: "loon-lake-pottery",
    city: "minneapolis",
    owner: "Kari Sundberg",
    crafts: ["ceramics"],
    policy: 3,
    share: 1,
    description:
      "Northern stoneware with quiet glazes, made by Kari in a Northeast Minneapolis studio she shares with two printmakers and a dog.",
    notes: ["The glazes are named for lakes, and each was tested on a hundred tiles before it earned one."]
  },
  {
    name: "Two Rivers Stoneware",
    slug: "two-rivers-stoneware",
    city: "asheville",
    owner: "Wade Burleson",
    crafts: ["ceramics"],
    policy: 1,
    share: 1,
    description:
      "Third-generation mountain potters. The clay comes from the creek bank, the ash from the stove, and the patience from the grandmother.",
    notes: ["Fired in the groundhog kiln our family built into the hill in 1957."]
  },
  {
    name: "Lakeshore Silver",
    slug: "lakeshore-silver",
    city: "chicago",
    owner: "Nina Abbott",
    crafts: ["jewelry"],
    policy: 6,
    share: 1.2,
    description:
      "Small jewelry for large days. Nina saws, solders and sets everything at one bench in Rogers Park, two blocks from the lake.",
    notes: ["Made at a bench in Rogers Park with the window open in every month that allows it."]
  },
  {
    name: "Foundry Street Jewelry",
    slug: "foundry-street-jewelry",
    city: "providence",
    owner: "Dominic Reyes",
    crafts: ["jewelry"],
    policy: 2,
    share: 1,
    description:
      "Providence was once the jewelry capital of the country. Dominic keeps one corner of an old findings factory busy.",
    notes: ["Made in the jewelry district of Providence with tools bought when the big shops closed."]
  },
  {
    name: "Mesa Blue",
    slug: "mesa-blue",
    city: "santa-fe",
    owner: "Lena Chavez",
    crafts: ["jewelry"],
    policy: 0,
    share: 1,
    description:
      "Silver and stone from a studio at the end of a dirt road. Lena cuts her own cabochons and will tell you which mine each came from.",
    notes: ["Every stone comes with a card that says where it was dug."]
  },
  {
    name: "Tidewater Home",
    slug: "tidewater-home",
    city: "savannah",
    owner: "Josephine Tate",
    crafts: ["home-decor"],
    policy: 3,
    share: 1,
    description:
      "Pillows, lamps and baskets for porches and the rooms behind them. Made by Josephine and her two sisters under a slow ceiling fan.",
    notes: ["Made on a back porch in Savannah by three sisters who disagree about everything but quality."]
  },
  {
    name: "Knot & Bough",
    slug: "knot-and-bough",
    city: "portland",
    owner: "Rowan Achterberg",
    crafts: ["home-decor"],
    policy: 1,
    share: 1,
    description:
      "Fiber and branches. Rowan makes things for walls and windowsills from cotton, wood and whatever the last storm brought down.",
    notes: ["The branches are windfall from Forest Park and come with a note saying which trail."]
  },
  {
    name: "Prairie Press",
    slug: "prairie-press",
    city: "chicago",
    owner: "Eleanor Fitch",
    crafts: ["art", "paper-goods"],
    policy: 0,
    share: 1.3,
    description:
      "A letterpress and linocut studio in a Logan Square basement. Eleanor draws the Midwest; the press, built in 1938, does the heavy lifting.",
    notes: ["Printed below street level in Logan Square; you can hear the press from the sidewalk."]
  },
  {
    name: "Blue Door Studio",
    slug: "blue-door-studio",
    city: "santa-fe",
    owner: "Gabriel Montoya",
    crafts: ["art"],
    policy: 5,
    share: 1,
    description:
      "Paintings, drawings and ceramic reliefs from an adobe with a blue door. Visitors welcome; the coffee is strong.",
    notes: ["Made in a north-facing room with one window and no telephone."]
  },
  {
    name: "Wissahickon Prints",
    slug: "wissahickon-prints",
    city: "philadelphia",
    owner: "Tamika Rowe",
    crafts: ["art"],
    policy: 3,
    share: 1,
    description:
      "Screen prints and watercolors of rivers, row houses and birds. Tamika works out of a garage in Germantown with very good ventilation.",
    notes: ["Sketched along the Wissahickon and finished in a Germantown garage."]
  },
  {
    name: "Slow Loom",
    slug: "slow-loom",
    city: "asheville",
    owner: "Iris Calloway",
    crafts: ["textiles"],
    policy: 0,
    share: 1,
    description:
      "Handwoven cloth for necks, tables and beds. Iris weaves on two floor looms and dyes with what grows along the fence.",
    notes: ["Made in a converted chapel in West Asheville, with the dye pots out back."]
  },
  {
    name: "North Loop Woolens",
    slug: "north-loop-woolens",
    city: "minneapolis",
    owner: "Greta Lund",
    crafts: ["textiles"],
    policy: 1,
    share: 1,
    description:
      "Wool for people who go outside anyway. Greta knits, weaves and felts in a warehouse with radiators that knock.",
    notes: ["Winter-tested at twenty below by a household that bikes to work."]
  },
  {
    name: "Cotton Row Quilts",
    slug: "cotton-row-quilts",
    city: "savannah",
    owner: "Odessa Monroe",
    crafts: ["textiles", "home-decor"],
    policy: 2,
    share: 0.9,
    description: "Quilts and household linens from a circle of five women who have met on Tuesdays since 1994.",
    notes: ["Five women meet on Tuesdays to sew; this came off the table in their hands."]
  },
  {
    name: "Burr Oak Woodshop",
    slug: "burr-oak-woodshop",
    city: "chicago",
    owner: "Desmond Clarke",
    crafts: ["woodwork"],
    policy: 5,
    share: 1.1,
    description:
      "Boards, boxes and stools from Chicago street trees. When the city takes one down, Desmond gets a phone call.",
    notes: ["The wood is from a city tree, and the street it grew on is written underneath."]
  },
  {
    name: "Hill Country Turnery",
    slug: "hill-country-turnery",
    city: "austin",
    owner: "Clay Dunham",
    crafts: ["woodwork"],
    policy: 0,
    share: 1,
    description:
      "Bowls and kitchen tools turned from mesquite, pecan and whatever the neighbors drop off. One lathe, no hurry.",
    notes: ["Turned in a tin-roof shed outside Dripping Springs, early, before the heat."]
  },
  {
    name: "Second Cut",
    slug: "second-cut",
    city: "philadelphia",
    owner: "Lou Ferrante",
    crafts: ["woodwork", "toys"],
    policy: 1,
    share: 1,
    description:
      "Things for kitchens and children made from the offcuts of a furniture shop in Kensington. Nothing wider than eight inches.",
    notes: ["Made from what a furniture shop next door would have burned."]
  },
  {
    name: "Wick & Ember",
    slug: "wick-and-ember",
    city: "austin",
    owner: "Paloma Ruiz",
    crafts: ["candles"],
    policy: 4,
    share: 1.1,
    description:
      "Soy and coconut candles with scents that exist in nature. Paloma pours on Tuesdays and gives the misfits to her neighbors.",
    notes: ["Poured in East Austin, in the hours before the kitchen gets hot by itself."]
  },
  {
    name: "Fogline Candle Works",
    slug: "fogline-candle-works",
    city: "oakland",
    owner: "Jun Watanabe",
    crafts: ["candles", "bath-body"],
    policy: 4,
    share: 1.1,
    description:
      "Candles and soaps for foggy mornings, made in a West Oakland workshop that runs on sunshine the rest of the day.",
    notes: ["Made in West Oakland with solar on the roof and fog until ten."]
  },
  {
    name: "Honey Hollow",
    slug: "honey-hollow",
    city: "asheville",
    owner: "June Pressley",
    crafts: ["candles"],
    policy: 3,
    share: 0.8,
    description: "Beekeepers first. The candles came later, when there was more wax than anyone could give away.",
    notes: ["The wax is from forty hives on a south slope, and the bees have the better view."]
  },
  {
    name: "Saddle Creek Leather",
    slug: "saddle-creek-leather",
    city: "austin",
    owner: "Wes Tolliver",
    crafts: ["leather"],
    policy: 6,
    share: 1,
    description:
      "A saddler who ran out of horses. Wes makes belts, bags and small goods the way he was taught to make tack.",
    notes: ["Made by a man who built saddles for twenty years and still overbuilds."]
  },
  {
    name: "Emberglass",
    slug: "emberglass",
    city: "seattle",
    owner: "Freya Nakamura",
    crafts: ["glass"],
    policy: 0,
    share: 1,
    description:
      "Freya and Tom work hot glass in Georgetown under the flight path. Come on a Friday night to watch, and stand behind the line.",
    notes: ["Made in Georgetown, where the planes are lower than the prices."]
  },
  {
    name: "Narragansett Glassworks",
    slug: "narragansett-glassworks",
    city: "providence",
    owner: "Peter Almeida",
    crafts: ["glass"],
    policy: 3,
    share: 1,
    description: "Hot and cold glass for windows and tables, by a pair who met at the furnace and never really left.",
    notes: ["From a mill building on the Woonasquatucket, with the best light in Rhode Island."]
  },
  {
    name: "Deckle & Fold",
    slug: "deckle-and-fold",
    city: "brooklyn",
    owner: "Miriam Adler",
    crafts: ["paper-goods"],
    policy: 0,
    share: 1,
    description:
      "Notebooks, cards and boxes of stationery from a fourth-floor walk-up in Gowanus. Everything goes down the stairs by hand.",
    notes: ["Bound on the fourth floor of a Gowanus factory, with the window facing the canal."]
  },
  {
    name: "Sundry Letterpress",
    slug: "sundry-letterpress",
    city: "portland",
    owner: "Hal Brewer",
    crafts: ["paper-goods"],
    policy: 1,
    share: 0.9,
    description:
      "Cards, calendars and gift wrap printed on two Chandler & Price presses. Hal sets the type; his wife sets the deadlines.",
    notes: ["Printed on a press from 1912 that has outlived every boss it had."]
  },
  {
    name: "Laurel Creek Soap",
    slug: "laurel-creek-soap",
    city: "asheville",
    owner: "Dell Whitaker",
    crafts: ["bath-body"],
    policy: 4,
    share: 1,
    description:
      "Soap, salves and salts from a mountain kitchen. Two goats, forty hives down the road and a hedge of rosemary do most of the work.",
    notes: ["The herbs grow forty steps from the kettle."]
  },
  {
    name: "Salt Meadow Apothecary",
    slug: "salt-meadow-apothecary",
    city: "brooklyn",
    owner: "Noemi Baptiste",
    crafts: ["bath-body"],
    policy: 4,
    share: 1,
    description:
      "Plain, good things for skin, made in small lots in Red Hook by a former pharmacist who still weighs everything twice.",
    notes: ["Weighed twice and poured once in Red Hook by a former pharmacist."]
  },
  {
    name: "Little Plank Toys",
    slug: "little-plank-toys",
    city: "minneapolis",
    owner: "Erik Solberg",
    crafts: ["toys"],
    policy: 3,
    share: 1.1,
    description: "Wooden toys for small hands and short tempers. Erik has three children and a very honest test lab.",
    notes: ["Made in a Longfellow garage where the quality department is in second grade."]
  },
  {
    name: "Button Bear Workshop",
    slug: "button-bear-workshop",
    city: "brooklyn",
    owner: "Rosalind Park",
    crafts: ["toys"],
    policy: 2,
    share: 1,
    description:
      "Soft animals, puppets and games from a sewing room in Sunset Park. No two faces are the same, and some are grumpy.",
    notes: ["Sewn in Sunset Park between school drop-off and school pick-up."]
  }
]
