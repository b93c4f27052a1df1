import type { Craft } from "./Craft.ts"

export const jewelry: Craft = {
  slug: "jewelry",
  name: "Jewelry",
  kinds: [
    {
      name: "earrings",
      titles: ["Drop Earrings", "Stud Earrings", "Hoop Earrings", "Threader Earrings", "Teardrop Earrings"],
      price: [24, 118],
      weight: [0.2, 0.7],
      sizes: ["1.25 in drop", "0.3 in across", "0.9 in across", "2 in drop"],
      fits: {
        "Drop Earrings": [0, 3],
        "Stud Earrings": [1],
        "Hoop Earrings": [2],
        "Threader Earrings": [3],
        "Teardrop Earrings": [0]
      },
      uses: [
        "Light enough to forget until somebody compliments them.",
        "Filed round and polished where it touches the ear, for people whose ears complain.",
        "Small enough for a workday and bright enough for the evening after it."
      ],
      tags: ["earrings", "gift for her"],
      share: 2,
      choices: { names: ["Sterling silver", "Gold filled"], deltas: [0, 1200] }
    },
    {
      name: "necklace",
      titles: ["Pendant Necklace", "Bar Necklace", "Layering Necklace", "Station Necklace", "Locket Necklace"],
      price: [38, 190],
      weight: [0.3, 1.2],
      sizes: ["16 in chain", "18 in chain with 2 in extender", "20 in chain"],
      uses: [
        "Sits just below the collarbone and layers well with a longer chain.",
        "The clasp is one you can work alone, in the dark, in a hurry.",
        "Simple enough to wear every day and never take off at the door."
      ],
      tags: ["necklace", "pendant", "layering"],
      choices: { names: ["16 in", "18 in", "20 in"], deltas: [0, 300, 600] }
    },
    {
      name: "ring",
      titles: ["Stacking Ring", "Signet Ring", "Bezel Ring", "Wide Band Ring"],
      price: [36, 240],
      weight: [0.1, 0.5],
      sizes: ["2 mm band", "4 mm band", "8 mm face"],
      fits: { "Stacking Ring": [0], "Signet Ring": [2], "Bezel Ring": [0, 1], "Wide Band Ring": [1] },
      uses: [
        "The inside is rounded for comfort, so it slides over the knuckle and stays.",
        "Made to stack: wear one now and add its neighbors later.",
        "Low enough not to snag on wool, pockets or children."
      ],
      tags: ["ring", "stacking"],
      choices: { names: ["Size 5", "Size 6", "Size 7", "Size 8", "Size 9"], deltas: [0, 0, 0, 0, 0] }
    },
    {
      name: "bracelet",
      titles: ["Cuff Bracelet", "Chain Bracelet", "Bangle", "Beaded Bracelet"],
      price: [32, 160],
      weight: [0.4, 2],
      sizes: ["7 in around", "6.5 in with 1 in extender", "2.4 in inside"],
      fits: { "Cuff Bracelet": [2], Bangle: [2], "Chain Bracelet": [0, 1], "Beaded Bracelet": [0, 1] },
      uses: [
        "Has a little weight to it, and a sound that you come to like.",
        "Bends gently to fit and keeps its shape.",
        "Slim enough to live beside a watch."
      ],
      tags: ["bracelet", "cuff"],
      choices: { names: ["Small", "Medium", "Large"], deltas: [0, 0, 400] }
    },
    {
      name: "brooch",
      titles: ["Leaf Brooch", "Lapel Pin", "Kilt Pin"],
      price: [28, 84],
      weight: [0.3, 0.9],
      sizes: ["1.75 in long", "1.1 in across"],
      fits: { "Lapel Pin": [1], "Kilt Pin": [0] },
      uses: [
        "Holds a heavy scarf shut without pulling threads.",
        "Belongs on a coat that has been black for too long.",
        "The pin stem is sprung steel and the catch locks."
      ],
      tags: ["brooch", "pin"]
    },
    {
      name: "anklet",
      titles: ["Anklet", "Charm Anklet"],
      price: [26, 58],
      weight: [0.2, 0.4],
      sizes: ["9 in with 1 in extender"],
      uses: [
        "Fine as a thread and stronger than it looks.",
        "Made for bare feet, and holds up to a summer of lake water."
      ],
      tags: ["anklet", "summer"]
    }
  ],
  finishes: [
    {
      name: "Turquoise",
      says: "The turquoise is natural, from an old Nevada claim, and keeps its brown matrix like a map.",
      tags: ["turquoise", "blue"],
      materials: ["turquoise"]
    },
    {
      name: "Moonstone",
      says: "Tilt the moonstone and a line of blue light rolls across it.",
      tags: ["moonstone", "white"],
      materials: ["rainbow moonstone"]
    },
    {
      name: "Hammered Silver",
      says: "Every facet of the surface is one hammer blow, and they catch light like water does.",
      tags: ["silver", "hammered"],
      materials: ["recycled silver"]
    },
    {
      name: "Lake Superior Agate",
      says: "The agates come from the north shore and are cut here on a small wet saw.",
      tags: ["agate", "red"],
      materials: ["Lake Superior agate"]
    },
    {
      name: "Freshwater Pearl",
      says: "The pearls are a little crooked, which is how you know a mussel made them.",
      tags: ["pearl", "bridal"],
      materials: ["freshwater pearl"]
    },
    {
      name: "Garnet",
      says: "Deep red until the sun gets behind it, then pure ember.",
      tags: ["garnet", "red", "january"],
      materials: ["garnet"]
    },
    {
      name: "Labradorite",
      says: "Gray at first glance, then a flash of peacock blue from one side only.",
      tags: ["labradorite", "gray"],
      materials: ["labradorite"]
    },
    {
      name: "Oxidized",
      says: "Darkened on purpose and then rubbed back, so the raised parts shine and the hollows stay black.",
      tags: ["dark", "minimal"],
      materials: ["oxidized silver"]
    },
    {
      name: "Brass Petal",
      says: "Petals are sawn one by one from sheet brass and domed over a wooden block.",
      tags: ["brass", "floral"],
      materials: ["brass"]
    },
    {
      name: "Sea Glass",
      says: "The glass was somebody's bottle until the tide spent forty years on it.",
      tags: ["sea glass", "green", "beach"],
      materials: ["sea glass"]
    }
  ],
  made: [
    "Sawn, soldered and polished at one bench, start to finish.",
    "Made from recycled sterling, with every joint and setting cut by hand.",
    "Forged from wire on a steel block my grandfather used for horseshoe nails.",
    "Each joint is soldered closed, so nothing bends open on a sweater.",
    "Cast in small batches from a wax I carved by hand.",
    "Finished with three grits of paper and a soft cloth; no tumbler, no plating."
  ],
  care: [
    {
      says: "Polish with the cloth that comes in the box.",
      answer: "It will darken slowly, as silver does. A minute with the cloth in the box brings it straight back."
    },
    {
      says: "Take it off for swimming and put it on after perfume.",
      answer: "A shower is fine, chlorine is not. I would leave it at home on pool days."
    },
    {
      says: "Nickel free.",
      answer: "It is nickel free, in the metal and the solder, so it can stay on. A soft cloth keeps it bright."
    },
    {
      says: "Store in the little pouch to slow the tarnish.",
      answer: "Kept in its pouch it stays bright for months; after that, mild soap and a soft brush."
    }
  ],
  voice: [
    "Arrives in a matchbox lined with felt, ready to give.",
    "Repairs are free for as long as I have a bench.",
    "Ask for engraving on the back: up to twelve letters, no charge.",
    "No two are quite the same, and the one in the picture is the one you get.",
    "Inspired by a walk home along the lake in a wind I will not forget.",
    "I wear the first one of every design for a month before I make a second."
  ],
  materials: ["sterling silver"],
  tags: ["jewelry", "handcrafted"],
  praise: [
    "Delicate without feeling flimsy.",
    "Worn every day since, and the finish still looks new.",
    "It has more life in it than any photo could show.",
    "No reaction at all, and my skin reacts to everything.",
    "Easy to put on, which at my age counts for a lot.",
    "My daughter was in love at first sight.",
    "You can tell that somebody filed every edge.",
    "Three strangers asked me where I got it in the first week.",
    "The little box it came in is a present by itself.",
    "Understated, and exactly my taste.",
    "The maker answered a silly question within the hour.",
    "It catches the light across a room."
  ],
  grumbles: [
    "Lovely work, but finer than I expected, almost too small on me.",
    "The color is a bit different from the picture.",
    "Tarnished faster than I would like."
  ],
  careQuestions: ["Does it need any care?", "Anything I should know about wearing it every day?"],
  questions: [
    ["Is there nickel in this? I am very sensitive.", "None. I only buy nickel-free metal and solder."],
    [
      "Can you engrave initials?",
      "Yes, up to twelve letters. Write them in the order note and I will send a sketch first."
    ],
    ["Does it come in a gift box?", "Always, with a polishing cloth and a card you can write on."],
    ["Could you adjust the size for me?", "I can. Tell me the measurement and it adds about two days."]
  ],
  lead: [1, 7],
  shipping: [4, 6]
}
