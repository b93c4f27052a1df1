import type { Craft } from "./Craft.ts"

export const bathBody: Craft = {
  slug: "bath-body",
  name: "Bath & Body",
  kinds: [
    {
      name: "bar soap",
      titles: ["Bar Soap", "Cold-Process Soap", "Garden Soap", "Kitchen Hand Soap Bar"],
      price: [7, 14],
      weight: [4, 6],
      sizes: ["4.5 oz bar", "5 oz bar"],
      uses: [
        "Lathers in hard water and rinses clean.",
        "Big enough to last a month in a busy shower.",
        "Takes off garden dirt and leaves the skin on."
      ],
      made: [
        "Cold-process soap, cut with a wire and cured for six weeks on cedar racks.",
        "Stirred by hand with olive oil, coconut oil and shea butter, and poured into wooden molds."
      ],
      materials: ["olive oil", "coconut oil", "shea butter"],
      tags: ["soap", "bar soap"],
      share: 3,
      choices: { names: ["Single bar", "Three bars", "Six bars"], deltas: [0, 1400, 3400] }
    },
    {
      name: "bath salts",
      titles: ["Bath Salts", "Soaking Salts", "Bath Tea"],
      price: [12, 28],
      weight: [8, 18],
      sizes: ["8 oz pouch", "16 oz jar"],
      uses: [
        "For the evening of the day you moved all that furniture.",
        "A handful in hot water, and the phone in another room."
      ],
      made: [
        "Sea salt and Epsom salt, tumbled with oils and left to rest for a week.",
        "Mixed by the bucket and jarred by the scoop."
      ],
      materials: ["sea salt", "Epsom salt"],
      tags: ["bath salts", "self care", "relaxing"]
    },
    {
      name: "lip balm",
      titles: ["Lip Balm", "Lip Balm Trio", "Lip Butter Tin"],
      price: [5, 14],
      weight: [0.4, 1.2],
      sizes: ["0.15 oz tube", "0.5 oz tin"],
      fits: { "Lip Balm": [0], "Lip Balm Trio": [0], "Lip Butter Tin": [1] },
      uses: ["Holds up in a ski lift line.", "Not shiny, not sweet; it just works."],
      made: [
        "Beeswax from the next valley, melted slowly with cocoa butter.",
        "Poured sixty tubes at a time with a very steady hand."
      ],
      materials: ["beeswax", "cocoa butter"],
      tags: ["lip balm", "stocking stuffer", "small gift"]
    },
    {
      name: "body butter",
      titles: ["Body Butter", "Whipped Body Butter", "Winter Balm"],
      price: [16, 32],
      weight: [5, 10],
      sizes: ["4 oz jar", "8 oz jar"],
      uses: ["A little goes a long way; start with a pea.", "For elbows, heels and February."],
      made: [
        "Whipped for twenty minutes until it stands up by itself.",
        "Shea and mango butter, blended without water so it needs no preservative."
      ],
      materials: ["shea butter", "mango butter", "jojoba oil"],
      tags: ["body butter", "moisturizer", "dry skin"]
    },
    {
      name: "shampoo bar",
      titles: ["Shampoo Bar", "Conditioner Bar", "Travel Shampoo Bar"],
      price: [11, 18],
      weight: [2.5, 4],
      sizes: ["3 oz bar", "2.5 oz puck"],
      uses: ["Replaces two bottles and goes through airport security.", "Rinses clean without that squeak."],
      made: [
        "Pressed by hand in small molds and dried for three days.",
        "Made with gentle coconut cleansers and a touch of argan oil."
      ],
      materials: ["coconut cleanser", "argan oil"],
      tags: ["shampoo bar", "zero waste", "travel"]
    },
    {
      name: "hand salve",
      titles: ["Hand Salve", "Gardener's Salve", "Cuticle Balm"],
      price: [10, 22],
      weight: [2, 4.5],
      sizes: ["2 oz tin", "4 oz tin"],
      uses: [
        "Made for potters, nurses and anyone who washes their hands forty times a day.",
        "Rub it in before bed and find your own hands back in the morning."
      ],
      made: [
        "Herbs steep in olive oil on the windowsill for a month before they are strained.",
        "Five ingredients, all of which I can spell."
      ],
      materials: ["infused olive oil", "beeswax"],
      tags: ["salve", "hand cream", "gardener"]
    },
    {
      name: "sugar scrub",
      titles: ["Sugar Scrub", "Foot Scrub", "Lip Scrub"],
      price: [9, 24],
      weight: [3, 10],
      sizes: ["2 oz jar", "8 oz jar"],
      fits: { "Lip Scrub": [0] },
      uses: ["Polishes and then melts away.", "Once a week is plenty."],
      made: [
        "Brown sugar folded into warm oils and jarred the same hour.",
        "Fine sugar for the face, coarse for the feet, and I never mix them up."
      ],
      materials: ["cane sugar", "sunflower oil"],
      tags: ["scrub", "exfoliating"]
    },
    {
      name: "shaving soap",
      titles: ["Shaving Soap", "Shave Puck in Tin", "Shave Oil"],
      price: [14, 26],
      weight: [3, 6],
      sizes: ["4 oz puck", "1 oz bottle"],
      fits: { "Shaving Soap": [0], "Shave Puck in Tin": [0], "Shave Oil": [1] },
      uses: ["A dense, slow lather that forgives a dull blade.", "Cushion first, scent second."],
      made: [
        "A triple-milled puck with bentonite clay for slip.",
        "Cooked hot, molded soft and left for a month to harden."
      ],
      materials: ["stearic acid", "bentonite clay"],
      tags: ["shaving", "gift for him"]
    },
    {
      name: "face oil",
      titles: ["Face Oil", "Night Oil", "Beard Oil"],
      price: [18, 44],
      weight: [2, 4],
      sizes: ["1 oz dropper bottle", "0.5 oz roller"],
      uses: ["Three drops, pressed in with warm palms.", "Sinks in before you finish brushing your teeth."],
      made: [
        "Rosehip and jojoba, blended cold and bottled in amber glass.",
        "Steeped with petals, strained and never heated."
      ],
      materials: ["rosehip oil", "jojoba oil"],
      tags: ["face oil", "skincare"]
    }
  ],
  finishes: [
    {
      name: "Lavender Oat",
      says: "Lavender for the nose, colloidal oats for the skin.",
      tags: ["lavender", "oat"],
      materials: ["lavender oil", "oats"]
    },
    {
      name: "Rosemary Mint",
      says: "Rosemary from the hedge by the door and enough mint to wake you.",
      tags: ["rosemary", "mint"],
      materials: ["rosemary oil", "peppermint oil"]
    },
    {
      name: "Cedar and Sage",
      says: "Cedar and sage, like a walk after rain.",
      tags: ["cedar", "sage"],
      materials: ["cedar oil", "sage oil"]
    },
    {
      name: "Calendula",
      says: "Calendula petals from the garden give it the color of an egg yolk.",
      tags: ["calendula", "gentle"],
      materials: ["calendula"]
    },
    {
      name: "Grapefruit Juniper",
      says: "Grapefruit up front and juniper behind it, like a good drink.",
      tags: ["citrus", "juniper"],
      materials: ["grapefruit oil", "juniper oil"]
    },
    {
      name: "Honey Almond",
      says: "Local honey, sweet almond, and nothing that pretends to be cake.",
      tags: ["honey", "almond"],
      materials: ["honey", "almond oil"]
    },
    {
      name: "Sea Clay",
      says: "Green clay and sea salt, for skin that has had a long day.",
      tags: ["clay", "ocean"],
      materials: ["sea clay"]
    },
    {
      name: "Unscented Goat Milk",
      says: "Goat milk from Clover and Bess, and no scent at all.",
      tags: ["unscented", "goat milk", "sensitive skin"],
      materials: ["goat milk"]
    },
    {
      name: "Chamomile",
      says: "Chamomile, because some days are long.",
      tags: ["chamomile", "calming"],
      materials: ["chamomile"]
    },
    {
      name: "Rose Geranium",
      says: "Rose geranium, which is greener and less polite than rose.",
      tags: ["rose", "floral"],
      materials: ["rose geranium oil"]
    }
  ],
  made: [],
  care: [
    {
      says: "Keep the lid on or the bar dry, and it lasts twice as long.",
      answer: "Safe for most skin, but please test a small spot first. Kept dry, it lasts twice as long."
    },
    {
      says: "No palm oil, no parabens, no colorants.",
      answer: "No palm oil, parabens or colorants. The full list of ingredients is on the label."
    },
    {
      says: "Use within a year, while the oils are fresh.",
      answer: "Best within a year, since there is no preservative in it. It is gentle enough for every day."
    },
    {
      says: "Patch test first if your skin is fussy.",
      answer: "Do a patch test inside the elbow and wait a day. Most people with fussy skin get along with it."
    }
  ],
  voice: [
    "Labels are paper and the tape is paper, so the whole parcel composts.",
    "Tested on my family, who volunteered.",
    "Each batch has a number; write it down if you fall in love.",
    "Made in a kitchen with a very good extractor fan.",
    "Return five empty tins and the sixth is on me.",
    "Filled or cut by hand, and always a bit over the weight on the label."
  ],
  materials: [],
  tags: ["bath and body", "natural", "small batch"],
  praise: [
    "My skin has stopped complaining.",
    "There is nothing artificial about it.",
    "You can tell that the ingredients are good ones.",
    "I bought one to try and came back for six.",
    "I look ten years younger, or so I tell myself.",
    "A tiny bit is enough; it is going to last forever.",
    "My teenager uses it without being asked.",
    "No residue, no tightness, just clean.",
    "It looks lovely on the shelf, too.",
    "I have eczema, and this is the only one I can use daily.",
    "The packaging went straight into the compost.",
    "It replaced three products on my shelf."
  ],
  grumbles: [
    "Works well, though it is pricey for the size.",
    "It did not agree with my skin as well as I had hoped.",
    "Arrived with a dent in the packaging."
  ],
  careQuestions: ["Is this safe for sensitive skin?", "What is in it, and how long does it keep?"],
  questions: [
    ["Is it vegan?", "Most of what I make is. If beeswax, honey or milk is in it, the materials say so."],
    ["Do you use essential oils or fragrance?", "Essential oils only, at half the strength most makers use."],
    ["Can I use it on my baby?", "I would pick the unscented one, and ask your doctor first."],
    ["How long does one last?", "With daily use, a month or a bit more."]
  ],
  lead: [1, 3],
  shipping: [4, 8]
}
