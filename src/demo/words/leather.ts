import type { Craft } from "./Craft.ts"

export const leather: Craft = {
  slug: "leather",
  name: "Leather",
  kinds: [
    {
      name: "wallet",
      titles: ["Bifold Wallet", "Slim Wallet", "Long Wallet", "Zip Wallet"],
      price: [52, 128],
      weight: [2, 5],
      sizes: ["4.25 x 3.25 in closed", "7.5 x 3.75 in closed"],
      fits: { "Bifold Wallet": [0], "Slim Wallet": [0], "Zip Wallet": [0], "Long Wallet": [1] },
      uses: [
        "Six cards and folded bills, and still flat in a front pocket.",
        "Stiff for a week, then yours for twenty years."
      ],
      tags: ["wallet", "gift for him"],
      share: 2
    },
    {
      name: "card holder",
      titles: ["Card Holder", "Minimal Card Sleeve", "Three-Pocket Card Case"],
      price: [26, 54],
      weight: [0.8, 1.6],
      sizes: ["4 x 2.75 in"],
      uses: [
        "Carries what you use and talks you out of the rest.",
        "A thumb notch pushes the cards up where you can reach them."
      ],
      tags: ["card holder", "minimal", "small gift"]
    },
    {
      name: "belt",
      titles: ["Work Belt", "Bridle Belt", "Narrow Dress Belt"],
      price: [68, 118],
      weight: [7, 12],
      sizes: ["1.5 in wide", "1.25 in wide"],
      fits: { "Work Belt": [0], "Narrow Dress Belt": [1] },
      uses: [
        "Cut from one length of hide, with a buckle on snaps so you can change it.",
        "Holds up jeans, tool pouches and, once, a muffler."
      ],
      tags: ["belt", "menswear"],
      choices: { names: ["32 in", "34 in", "36 in", "38 in", "40 in"], deltas: [0, 0, 0, 400, 400] }
    },
    {
      name: "tote",
      titles: ["Leather Tote", "Open Tote", "Market Tote with Brass Rivets"],
      price: [148, 290],
      weight: [22, 40],
      sizes: ["14 x 13 in, 5 in deep", "16 x 12 in, 6 in deep"],
      uses: [
        "A laptop, a lunch and a sweater, with room for what you pick up on the way.",
        "The straps are doubled and sit on a winter coat."
      ],
      tags: ["tote", "bag", "work bag"]
    },
    {
      name: "key fob",
      titles: ["Key Fob", "Loop Key Chain", "Key Wallet"],
      price: [14, 38],
      weight: [0.7, 2],
      sizes: ["4.5 in long", "3 x 2 in closed"],
      fits: { "Key Fob": [0], "Loop Key Chain": [0], "Key Wallet": [1] },
      uses: ["Hooks to a belt loop and finds its way home.", "Solid brass hardware, the kind that wears bright."],
      tags: ["key chain", "small gift"],
      choices: { names: ["Plain", "With two initials"], deltas: [0, 500] }
    },
    {
      name: "notebook cover",
      titles: ["Notebook Cover", "Field Notes Cover", "A5 Journal Cover"],
      price: [44, 92],
      weight: [4, 9],
      sizes: ["fits 3.5 x 5.5 in", "fits 5.8 x 8.3 in"],
      fits: { "Field Notes Cover": [0], "A5 Journal Cover": [1] },
      uses: [
        "Takes a refillable notebook and a pen in the gutter.",
        "Opens flat on a table, which is all a notebook should do."
      ],
      tags: ["notebook cover", "journal", "stationery"]
    },
    {
      name: "watch strap",
      titles: ["Watch Strap", "Single-Pass Watch Strap", "Stitched Watch Strap"],
      price: [38, 68],
      weight: [0.6, 1],
      sizes: ["fits 6 to 8 in wrists"],
      uses: ["Gives an old watch a second career.", "Quick-release pins, so you can change it at the breakfast table."],
      tags: ["watch strap", "accessory"],
      choices: { names: ["18 mm", "20 mm", "22 mm"], deltas: [0, 0, 0] }
    },
    {
      name: "dopp kit",
      titles: ["Dopp Kit", "Roll-Up Tool Case", "Pencil Roll"],
      price: [58, 140],
      weight: [8, 18],
      sizes: ["10 x 5 x 5 in", "12 in long rolled out"],
      fits: { "Dopp Kit": [0], "Roll-Up Tool Case": [1], "Pencil Roll": [1] },
      uses: ["Stands open on the edge of a hotel sink.", "Rolls up tight and ties with a thong."],
      tags: ["dopp kit", "travel"]
    },
    {
      name: "crossbody bag",
      titles: ["Crossbody Bag", "Saddle Bag", "Camera Bag"],
      price: [128, 240],
      weight: [16, 28],
      sizes: ["9 x 7 in, 3 in deep", "10 x 8 in, 3.5 in deep"],
      uses: [
        "Phone, keys, wallet, a paperback: the weight sits at the hip.",
        "The flap closes with a stud you can work in gloves."
      ],
      tags: ["crossbody", "bag", "purse"]
    },
    {
      name: "coasters",
      titles: ["Coasters, Set of 4", "Cork-Backed Coasters", "Trivet"],
      price: [24, 46],
      weight: [4, 10],
      sizes: ["4 in across each", "8 in across"],
      fits: { "Coasters, Set of 4": [0], "Cork-Backed Coasters": [0], Trivet: [1] },
      uses: ["Rings and stains only improve them.", "Thick enough to be quiet on glass."],
      tags: ["coasters", "barware", "housewarming"]
    }
  ],
  finishes: [
    { name: "Chestnut", says: "Chestnut to begin with, and a shade deeper every season.", tags: ["brown", "chestnut"] },
    {
      name: "Natural Veg-Tan",
      says: "Undyed vegetable-tanned hide: pale as biscuit now, honey by next summer.",
      tags: ["natural", "veg-tan"]
    },
    {
      name: "Black Bridle",
      says: "Black bridle leather, stuffed with wax that blooms white and rubs in with a thumb.",
      tags: ["black", "bridle"]
    },
    { name: "Oxblood", says: "Oxblood dye, three coats, burnished until it looks wet.", tags: ["red", "oxblood"] },
    { name: "Olive", says: "A dusty olive that goes with canvas and denim.", tags: ["green", "olive"] },
    { name: "Whiskey", says: "The whiskey color has red in it when the sun is low.", tags: ["tan", "whiskey"] },
    { name: "Navy", says: "Navy struck all the way through, so a scratch stays blue.", tags: ["blue", "navy"] },
    {
      name: "Tobacco Waxed",
      says: "Pull-up leather: it lightens where you bend it and darkens when you rub it.",
      tags: ["brown", "rugged"]
    }
  ],
  made: [
    "Cut by hand from a single hide and saddle-stitched with waxed linen, so one broken thread changes nothing.",
    "Every edge is beveled, sanded, waxed and burnished with a bone slicker; that is half the work.",
    "Stitched with two needles at eight to the inch, no machine.",
    "Made from full-grain American hide, tanned with oak bark the slow way.",
    "Marked out with cardboard patterns that have been corrected in pencil for ten years.",
    "Skived thin where it folds and left thick where it works."
  ],
  care: [
    {
      says: "Condition twice a year with the balm of your choice.",
      answer: "A thin coat of any good leather balm twice a year. Test it inside first, since it darkens a little."
    },
    {
      says: "If it gets soaked, dry it slowly, away from the radiator.",
      answer: "Rain is fine. Let it dry at room temperature and rub in some wax afterward."
    },
    {
      says: "It will scratch, and the scratches will fade into the whole.",
      answer: "It marks in the first weeks. Rub a scratch with a warm thumb and most of it goes away."
    },
    {
      says: "Wipe with a dry cloth; the finish does the rest.",
      answer: "A dry cloth, and nothing else for the first year."
    }
  ],
  voice: [
    "Stitching is guaranteed for as long as I can hold an awl.",
    "Natural marks from brambles and weather are left in; the animal had a life.",
    "Initials are stamped free, up to three letters.",
    "The first prototype is nine years old and still in my back pocket.",
    "Smells like a saddle shop for about a month.",
    "Scraps become key fobs, and nothing is thrown away."
  ],
  materials: ["full-grain leather", "waxed linen thread"],
  tags: ["leather", "hand-stitched"],
  praise: [
    "The stitching is flawless.",
    "It smells incredible.",
    "Broke in within a week and now it feels like an old friend.",
    "The edges are like glass.",
    "Thick, honest leather, and none of that painted stuff.",
    "My husband is delighted, and he is never delighted.",
    "A year in and the patina is beautiful.",
    "The brass is solid; you can feel it.",
    "The initials came out crisp and straight.",
    "Exactly the size I was hoping for.",
    "I have owned three from the mall, and this is the one I will keep.",
    "Simple design with nothing to go wrong."
  ],
  grumbles: [
    "Handsome, but stiff; I am still waiting for it to loosen up.",
    "The color rubbed off a little on a white cloth at first.",
    "There was a scar in the hide right on the front."
  ],
  careQuestions: ["How do I look after it?", "What care does the leather need?"],
  questions: [
    ["Can you stamp initials?", "Up to three letters, free. Put them in the note and say where you would like them."],
    ["Where does the hide come from?", "From a family tannery in Pennsylvania that still uses oak bark."],
    [
      "Does the color come off on clothes?",
      "The dark ones can mark something white in the first week. After that they are set."
    ],
    ["Would you swap the brass for nickel?", "Gladly, I keep both on hand. Leave a note with the order."]
  ],
  lead: [1, 8],
  shipping: [5, 10]
}
