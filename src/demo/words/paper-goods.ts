import type { Craft } from "./Craft.ts"

export const paperGoods: Craft = {
  slug: "paper-goods",
  name: "Paper Goods",
  kinds: [
    {
      name: "notebook",
      titles: ["Notebook", "Sewn Notebook", "Pocket Notebook", "Dot-Grid Notebook"],
      price: [12, 32],
      weight: [4, 9],
      sizes: ["3.5 x 5.5 in, 48 pages", "5.5 x 8.5 in, 96 pages"],
      fits: { "Pocket Notebook": [0] },
      uses: [
        "Opens flat at any page and takes fountain pen ink without feathering.",
        "Fits a back pocket and survives being sat on."
      ],
      made: [
        "Folded, punched and sewn by hand with waxed thread.",
        "Cut on a guillotine from 1911 and sewn through the fold."
      ],
      materials: ["recycled paper", "waxed thread"],
      tags: ["notebook", "stationery"],
      share: 2,
      choices: { names: ["Blank", "Lined", "Dot grid"], deltas: [0, 0, 0] }
    },
    {
      name: "greeting cards",
      titles: ["Greeting Cards, Set of 6", "Letterpress Cards", "Thank-You Cards", "Birthday Card"],
      price: [6, 26],
      weight: [1, 6],
      sizes: ["A2, 4.25 x 5.5 in", "A6, 4.5 x 6.25 in"],
      uses: [
        "Blank inside, because you know what to say better than I do.",
        "A drawer of these and no birthday is ever missed again."
      ],
      made: [
        "Printed by letterpress, deep enough that you can read the back with a fingertip.",
        "Hand-fed on a treadle press, one color at a time."
      ],
      materials: ["cotton paper", "soy ink"],
      tags: ["cards", "letterpress", "greeting card"],
      share: 2,
      choices: { names: ["Set of 6", "Set of 12"], deltas: [0, 1400] }
    },
    {
      name: "journal",
      titles: ["Hardbound Journal", "Travel Journal", "Guest Book", "Sketchbook"],
      price: [34, 86],
      weight: [12, 26],
      sizes: ["6 x 8 in, 160 pages", "8 x 10 in, 120 pages"],
      uses: [
        "Lies open on a café table without holding it down.",
        "Thick paper for watercolor, glue and pressed leaves."
      ],
      made: [
        "Bound in boards with a rounded spine and a silk ribbon.",
        "A Coptic binding with exposed stitches, so it opens all the way around."
      ],
      materials: ["bookcloth", "cotton paper"],
      tags: ["journal", "bookbinding", "sketchbook"]
    },
    {
      name: "wrapping paper",
      titles: ["Wrapping Paper, 3 Sheets", "Hand-Printed Gift Wrap", "Gift Wrap Roll"],
      price: [12, 28],
      weight: [4, 9],
      sizes: ["20 x 29 in sheets", "24 in x 10 ft roll"],
      fits: { "Wrapping Paper, 3 Sheets": [0], "Hand-Printed Gift Wrap": [0], "Gift Wrap Roll": [1] },
      uses: [
        "So good that people save it, and then you see it again next year.",
        "Doubles as drawer liner and book cover."
      ],
      made: [
        "Block-printed sheet by sheet with the windows open.",
        "Patterned with a potato for the first draft and carved wood for the final one."
      ],
      materials: ["kraft paper", "water-based ink"],
      tags: ["gift wrap", "wrapping paper"]
    },
    {
      name: "stationery set",
      titles: ["Stationery Set", "Letter Writing Set", "Note Cards with Envelopes"],
      price: [22, 48],
      weight: [6, 14],
      sizes: ["12 sheets, 12 envelopes", "10 cards, 4 x 6 in"],
      fits: { "Stationery Set": [0], "Letter Writing Set": [0], "Note Cards with Envelopes": [1] },
      uses: [
        "For the letter you have meant to write since March.",
        "Envelopes are lined by hand and lick like envelopes used to."
      ],
      made: [
        "Printed in small runs, then scored and folded over a bone folder.",
        "Sheets are torn against a steel rule for a soft edge."
      ],
      materials: ["cotton paper"],
      tags: ["stationery", "letter writing"]
    },
    {
      name: "bookmarks",
      titles: ["Bookmarks, Set of 3", "Tasseled Bookmark", "Magnetic Bookmark"],
      price: [7, 16],
      weight: [0.5, 1.5],
      sizes: ["2 x 6.5 in"],
      uses: ["Saves the spines of books everywhere.", "Slips into a card as an extra present."],
      made: ["Printed on offcuts too good to recycle.", "Cut, rounded and tasseled at the kitchen table."],
      materials: ["cotton paper", "silk thread"],
      tags: ["bookmark", "small gift", "reader"]
    },
    {
      name: "wall calendar",
      titles: ["Wall Calendar", "Perpetual Calendar", "Desk Calendar"],
      price: [20, 38],
      weight: [6, 12],
      sizes: ["11 x 14 in", "5 x 7 in with stand"],
      fits: { "Wall Calendar": [0], "Desk Calendar": [1] },
      uses: [
        "Twelve prints; when the month is over, frame it.",
        "Room in each square for one appointment and one joke."
      ],
      made: ["Printed in two colors and bound with a wooden strip.", "Drawn over one summer, a page a week."],
      materials: ["heavy paper", "basswood"],
      tags: ["calendar", "office"]
    },
    {
      name: "garland",
      titles: ["Paper Garland", "Stitched Garland", "Paper Bunting"],
      price: [14, 34],
      weight: [2, 5],
      sizes: ["6 ft long", "9 ft long"],
      uses: [
        "Goes up with two thumbtacks and packs away in an envelope.",
        "Birthdays, weddings, a Tuesday that needs it."
      ],
      made: [
        "Punched from old sheet music and painted paper, then sewn in one long run.",
        "Cut by hand, layer by layer, so each piece is a bit different."
      ],
      materials: ["painted paper", "cotton thread"],
      tags: ["garland", "party", "decor"]
    },
    {
      name: "planner",
      titles: ["Weekly Planner", "Undated Planner", "Meal Planner Pad"],
      price: [16, 40],
      weight: [6, 14],
      sizes: ["6 x 9 in, 52 weeks", "8 x 5 in, 60 sheets"],
      fits: { "Weekly Planner": [0], "Undated Planner": [0], "Meal Planner Pad": [1] },
      uses: ["Undated, so a lost March costs you nothing.", "Perforated on one side for the shopping list."],
      made: [
        "Laid out by hand and printed on paper that likes pencil.",
        "Glued and trimmed in blocks, a hundred at a time."
      ],
      materials: ["recycled paper", "chipboard"],
      tags: ["planner", "desk"]
    }
  ],
  finishes: [
    {
      name: "Marbled",
      says: "Ink floated on water, combed and caught in one go; the next sheet is a new world.",
      tags: ["marbled"]
    },
    {
      name: "Wildflower",
      says: "Eleven wildflowers from the empty lot on our corner, each drawn from life.",
      tags: ["floral", "wildflower"]
    },
    {
      name: "Night Sky",
      says: "Silver ink on deep blue, with the constellations where they should be.",
      tags: ["stars", "blue"]
    },
    { name: "Fern", says: "A real fern was inked and pressed to make the plate.", tags: ["botanical", "green"] },
    { name: "Terrazzo", says: "Chips of color like the floor of my grade school.", tags: ["terrazzo", "modern"] },
    { name: "Swallow", says: "Swallows in a line that runs on from piece to piece.", tags: ["bird"] },
    {
      name: "Citrus",
      says: "Slices of orange and lime, printed from the actual fruit and then tidied up.",
      tags: ["citrus", "bright"]
    },
    { name: "Mushroom", says: "Six kinds of mushrooms, two of them edible.", tags: ["mushroom", "woodland"] },
    {
      name: "City Block",
      says: "The fronts of our street, from the laundromat to the bakery.",
      tags: ["city", "architecture"]
    }
  ],
  made: [],
  care: [
    {
      says: "Paper is acid free and comes from a mill with its own river turbine.",
      answer: "Acid free throughout, from a small mill on a river, and it can go in the paper bin someday."
    },
    {
      says: "Keep dry; everything else it can take.",
      answer: "It is acid-free cotton and recycled stock. Keep it away from the sink and it will last."
    },
    {
      says: "Recyclable down to the thread.",
      answer: "All of it can go in the paper bin, thread included, and it is acid free."
    }
  ],
  voice: [
    "The press weighs half a ton and came up the stairs once, never again.",
    "Slight variations in ink are the fingerprint of the press.",
    "Packed without plastic, in a stiff card sleeve.",
    "Designed, printed and cut in one room.",
    "Wholesale friends get first pick, and these are the rest of the run.",
    "I keep one of everything, in a drawer that no longer closes."
  ],
  materials: [],
  tags: ["paper", "stationery gift"],
  praise: [
    "The paper is lovely to touch.",
    "Nothing about it feels mass made.",
    "The printing is crisp and you can feel the impression.",
    "Too pretty to use, but I am using it.",
    "The colors are even better in person.",
    "Sturdier than paper has any right to be.",
    "I gave one away and then had to order another.",
    "Everything is cut dead straight.",
    "Tiny details everywhere once you look.",
    "It came without a scrap of plastic.",
    "My niece asked for the same for her birthday.",
    "Good paper, good ink, good cause."
  ],
  grumbles: [
    "Nice design, but thinner paper than I hoped for.",
    "The color was a bit off from the picture.",
    "A corner was dented in the mail."
  ],
  careQuestions: ["What is it made of, and can it be recycled?", "Is the paper acid free?"],
  questions: [
    ["Could you print a custom message?", "For fifty or more, yes. Below that the set-up costs more than the paper."],
    ["What weight is the paper?", "110 lb cotton for the cards and 70 lb text inside the books."],
    ["Do you sell singles?", "Some of them. Ask for the design you want and I will look in the drawer."],
    ["Are envelopes included?", "Wherever there is something to mail, there is an envelope."]
  ],
  lead: [1, 4],
  shipping: [4, 7]
}
