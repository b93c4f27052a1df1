import type { Craft } from "./Craft.ts"

export const ceramics: Craft = {
  slug: "ceramics",
  name: "Ceramics",
  kinds: [
    {
      name: "mug",
      titles: ["Diner Mug", "Mug with Thumb Rest", "Camp Mug", "Low Cappuccino Mug", "Belly Mug", "Two-Finger Mug"],
      price: [19, 38],
      weight: [11, 16],
      sizes: [
        "3.5 in tall, 3.25 in across, holds 12 oz",
        "4 in tall, 3.5 in across, holds 14 oz",
        "2.75 in tall, 4.25 in across, holds 10 oz"
      ],
      uses: [
        "The handle is pulled long enough for three fingers and the rim is thin, so coffee lands where it should.",
        "A mug for the first cup of the day: wide foot, steady on a crowded desk, easy to wrap both hands around.",
        "Holds heat well past the end of a long phone call.",
        "The inside is rounded with no corner, so a spoon stirs without catching."
      ],
      tags: ["mug", "coffee", "tea", "drinkware"],
      choices: { names: ["10 oz", "14 oz", "18 oz"], deltas: [0, 400, 900] },
      share: 5
    },
    {
      name: "bowl",
      titles: ["Noodle Bowl", "Cereal Bowl", "Footed Fruit Bowl", "Nesting Prep Bowl", "Wide Salad Bowl"],
      price: [26, 84],
      weight: [18, 58],
      sizes: ["6 in across, 3 in tall", "8.5 in across, 3.5 in tall", "11 in across, 4 in tall"],
      fits: { "Noodle Bowl": [0, 1], "Cereal Bowl": [0], "Footed Fruit Bowl": [1, 2], "Wide Salad Bowl": [2] },
      uses: [
        "Deep enough for broth and wide enough that the toppings do not all sink.",
        "Throws a generous curve, so it looks good holding three lemons or nothing at all.",
        "Comes to the table straight from the counter and stacks inside its siblings afterward."
      ],
      tags: ["bowl", "serving", "kitchen"],
      choices: { names: ["Single", "Set of 2", "Set of 4"], deltas: [0, 2800, 8200] }
    },
    {
      name: "vase",
      titles: ["Bud Vase", "Bottle Vase", "Moon Vase", "Narrow-Neck Vase", "Shouldered Vase"],
      price: [24, 128],
      weight: [10, 64],
      sizes: ["5 in tall, 3 in across", "9 in tall, 5 in across", "12 in tall, 7 in across"],
      fits: { "Bud Vase": [0], "Moon Vase": [1, 2] },
      uses: [
        "The neck holds one branch upright without any floral foam.",
        "Made with roadside flowers in mind: three stems of Queen Anne's lace and it is done.",
        "Heavy in the foot, so tall stems and curious cats are both survivable."
      ],
      tags: ["vase", "flowers", "decor"]
    },
    {
      name: "plate",
      titles: ["Dinner Plate", "Dessert Plate", "Rimless Plate", "Toast Plate"],
      price: [22, 46],
      weight: [14, 30],
      sizes: ["7 in across", "9 in across", "10.5 in across"],
      fits: { "Dinner Plate": [2], "Dessert Plate": [0], "Toast Plate": [0, 1] },
      uses: [
        "A low coupe shape that keeps sauce on the plate and stacks flat in the cupboard.",
        "Each one wobbles a little at the edge, the way a circle drawn by hand does.",
        "Sized for a cupboard built before dinner plates grew."
      ],
      tags: ["plate", "tableware", "dinnerware"],
      choices: { names: ["Single", "Pair", "Set of 4"], deltas: [0, 2400, 7600] }
    },
    {
      name: "planter",
      titles: ["Succulent Planter", "Planter with Saucer", "Hanging Planter", "Herb Pot"],
      price: [28, 72],
      weight: [20, 60],
      sizes: ["4 in across, 4 in tall", "6 in across, 5.5 in tall", "7.5 in across, 7 in tall"],
      fits: { "Succulent Planter": [0], "Herb Pot": [0, 1] },
      uses: [
        "A drainage hole and a matching saucer keep roots and windowsills dry.",
        "Fits a standard nursery pot, or plant straight into it.",
        "Sized for the kitchen sill: basil, thyme, one ambitious chili."
      ],
      tags: ["planter", "plants", "garden"],
      choices: { names: ["4 in", "6 in"], deltas: [0, 1400] }
    },
    {
      name: "teapot",
      titles: ["Side-Handle Teapot", "Round Teapot", "Teapot for Two"],
      price: [88, 164],
      weight: [28, 44],
      sizes: ["5 in tall, holds 20 oz", "6 in tall, holds 32 oz"],
      fits: { "Teapot for Two": [0] },
      uses: [
        "The spout is cut sharp and pours without a drip; I test every one at the sink before it is listed.",
        "The strainer holes are pierced by hand, fine enough for loose oolong.",
        "The lid stays put down to the last cup."
      ],
      tags: ["teapot", "tea", "kitchen"]
    },
    {
      name: "pitcher",
      titles: ["Milk Pitcher", "Water Pitcher", "Creamer"],
      price: [30, 78],
      weight: [14, 40],
      sizes: ["4 in tall, holds 8 oz", "8 in tall, holds 40 oz"],
      fits: { "Milk Pitcher": [0], "Water Pitcher": [1], Creamer: [0] },
      uses: [
        "Pours clean, and doubles as a vase from June to September.",
        "The handle balances when it is full, which is the only time it matters.",
        "A quiet shape that belongs on the breakfast table."
      ],
      tags: ["pitcher", "serving", "kitchen"]
    },
    {
      name: "jar",
      titles: ["Lidded Jar", "Salt Pig", "Garlic Keeper", "Cookie Jar"],
      price: [34, 96],
      weight: [18, 56],
      sizes: ["5 in tall, 4 in across", "8 in tall, 6.5 in across"],
      fits: { "Salt Pig": [0], "Garlic Keeper": [0], "Cookie Jar": [1] },
      uses: [
        "Sits beside the stove and earns its place every evening.",
        "The lid is thrown to fit its own jar and no other.",
        "Wide enough at the mouth for a whole hand, even a floury one."
      ],
      tags: ["jar", "storage", "kitchen"]
    },
    {
      name: "tumbler",
      titles: ["Tumbler", "Dimpled Tumbler", "Espresso Cup", "Wine Cup"],
      price: [18, 34],
      weight: [6, 12],
      sizes: ["2.5 in tall, holds 4 oz", "4 in tall, holds 10 oz"],
      fits: { Tumbler: [1], "Dimpled Tumbler": [1], "Espresso Cup": [0], "Wine Cup": [1] },
      uses: [
        "A dimple pressed into the wet clay fits the thumb, left or right.",
        "No handle, nothing to wash around: water, wine or a quick espresso.",
        "Good on its own and better in a row of mismatched four."
      ],
      tags: ["cup", "tumbler", "drinkware"],
      choices: { names: ["Single", "Set of 4"], deltas: [0, 5600] }
    },
    {
      name: "spoon rest",
      titles: ["Spoon Rest", "Ring Dish", "Incense Dish", "Soap Dish"],
      price: [14, 28],
      weight: [5, 9],
      sizes: ["4 in across", "5 in long, 3.5 in wide"],
      fits: { "Spoon Rest": [1], "Ring Dish": [0] },
      uses: [
        "A small thing that keeps a counter in order.",
        "Made from the clay left at the end of a day, which is when the nicest small pieces happen.",
        "Wrapped and ready to be handed over: our most frequent housewarming present."
      ],
      tags: ["dish", "small gift", "catchall"]
    }
  ],
  finishes: [
    {
      name: "Celadon",
      says: "The celadon is our own recipe, a watery green that pools darker wherever the clay was carved.",
      tags: ["green"],
      materials: ["celadon glaze"]
    },
    {
      name: "Speckled White",
      says: "Iron in the clay bleeds through the white glaze in freckles, so no two come out alike.",
      tags: ["white", "speckled"],
      materials: ["tin-white glaze"]
    },
    {
      name: "Tenmoku",
      says: "Tenmoku goes on thick: near black in the hollows, breaking to rust along every edge.",
      tags: ["black", "rust"],
      materials: ["tenmoku glaze"]
    },
    {
      name: "Cobalt",
      says: "A single brushed band of cobalt oxide, laid on while the wheel is still turning.",
      tags: ["blue"],
      materials: ["cobalt slip"]
    },
    {
      name: "Oatmeal",
      says: "The oatmeal glaze is matte and a little toothy, like the inside of a seashell.",
      tags: ["neutral", "cream"],
      materials: ["matte glaze"]
    },
    {
      name: "Wood-Ash",
      says: "Glazed with ash from our own stove, which runs in pale rivulets and never does the same thing twice.",
      tags: ["green", "rustic"],
      materials: ["wood-ash glaze"]
    },
    {
      name: "Shino",
      says: "The shino crawls and blushes orange where the flame touched it.",
      tags: ["orange", "white"],
      materials: ["shino glaze"]
    },
    {
      name: "Lake Blue",
      says: "Two blues are dipped over each other, and the overlap looks like weather coming in.",
      tags: ["blue"],
      materials: ["layered blue glaze"]
    },
    {
      name: "Raw Terracotta",
      says: "The outside is left bare and burnished with the back of a spoon; the inside is glazed clear.",
      tags: ["terracotta", "earthy"],
      materials: ["terracotta", "clear glaze"]
    },
    {
      name: "Sgraffito Fern",
      says: "Ferns are scratched through a coat of black slip, freehand, with a dental pick.",
      tags: ["botanical", "black and white"],
      materials: ["black slip"]
    }
  ],
  made: [
    "Thrown on the wheel, trimmed the next morning and fired twice, the second time to cone 6.",
    "Wheel-thrown from a groggy stoneware body that takes knocks without chipping.",
    "Made in runs of eight on a kick wheel older than I am.",
    "Thrown, ribbed smooth and left to dry for a week under plastic, because hurried clay cracks.",
    "Shaped by hand on the wheel and signed on the foot with a small stamp.",
    "Thrown from clay dug and blended two counties over, then fired slowly overnight."
  ],
  care: [
    {
      says: "Dishwasher and microwave safe.",
      answer: "Yes to both. It is vitrified stoneware, so the dishwasher and the microwave are fine."
    },
    {
      says: "Goes in the dishwasher, though hand washing keeps the glaze bright longer.",
      answer: "The dishwasher will not hurt it. I hand wash mine, mostly because I like to."
    },
    {
      says: "Hand wash, please, and no sudden heat.",
      answer: "Please wash it by hand. The finish is softer than it looks and the dishwasher dulls it over time."
    },
    {
      says: "Food safe and lead free; keep it out of the microwave.",
      answer: "Dishwasher yes, microwave no: the clay has enough iron in it to get hot."
    },
    {
      says: "Oven safe to 350 F if it starts in a cold oven.",
      answer: "Yes, top rack or bottom. It can even go in the oven to 350 F as long as it starts cold."
    }
  ],
  voice: [
    "Expect a fingerprint near the foot where it was held for glazing.",
    "Seconds do not get listed; this one passed the tap test.",
    "Color shifts a little from kiln to kiln, and I write to you first if yours came out unusual.",
    "If you want a matching pair, send a message before the next firing.",
    "Ships double boxed in shredded newspaper, because I have seen what conveyor belts do.",
    "The form took about forty tries before I stopped fussing with it."
  ],
  materials: ["stoneware"],
  tags: ["pottery", "ceramic", "wheel-thrown", "stoneware"],
  praise: [
    "The glaze is deeper than the photo lets on.",
    "Feels balanced in the hand, not heavy like most stoneware I own.",
    "You can see the throwing rings and I love that.",
    "It has survived three months in a house with small children.",
    "The foot is smooth, so it does not scratch my table.",
    "My old store-bought ones have been moved to the back of the cupboard.",
    "There is a thumbprint in the glaze that makes me smile every morning.",
    "The color matches the rest of my shelf without being the same.",
    "Thinner at the rim than I dared hope.",
    "Packed so well that unboxing took ten minutes, and nothing moved.",
    "The shape is simple and just right.",
    "My mother, who throws pots herself, turned it over twice and nodded."
  ],
  grumbles: [
    "It is pretty, but smaller than I had pictured from the photos.",
    "There was a rough spot on the foot that I had to sand down.",
    "The color came out browner than what I saw on my screen."
  ],
  careQuestions: ["Can this go in the dishwasher?", "Is the glaze safe for everyday dishwashing?"],
  questions: [
    [
      "Could you make a set of six that match?",
      "Happily. They will be siblings rather than clones, and I need about four weeks for a full kiln."
    ],
    [
      "Is the glaze lead free?",
      "Yes. Every glaze is mixed here from raw materials and lab tested for lead and cadmium."
    ],
    ["How close is the color to the picture?", "Close in daylight. Under warm bulbs it looks a shade browner."],
    ["Do you stamp or sign your work?", "There is a small pressed stamp near the foot."]
  ],
  lead: [2, 10],
  shipping: [7, 14]
}
