import type { Craft } from "./Craft.ts"

export const homeDecor: Craft = {
  slug: "home-decor",
  name: "Home Decor",
  kinds: [
    {
      name: "wall hanging",
      titles: ["Macrame Wall Hanging", "Fringed Wall Hanging", "Woven Wall Hanging"],
      price: [48, 190],
      weight: [16, 48],
      sizes: ["18 in wide, 30 in long", "24 in wide, 36 in long", "10 in wide, 22 in long"],
      uses: [
        "Fills the wall above a sofa without a frame or a drill: one nail holds it.",
        "Softens the echo in a room with bare floors.",
        "Moves a little when the window is open."
      ],
      made: [
        "Knotted from about three hundred yards of cotton cord over four evenings.",
        "Tied cord by cord on a birch branch picked up after a storm."
      ],
      care: [
        {
          says: "Shake it out of a window twice a year and comb the fringe with your fingers.",
          answer: "Shake it outside and comb the fringe with your fingers. It never needs washing."
        }
      ],
      materials: ["cotton cord", "birch"],
      tags: ["macrame", "wall art", "boho"]
    },
    {
      name: "wreath",
      titles: ["Dried Flower Wreath", "Strawflower Wreath", "Everlasting Wreath"],
      price: [42, 96],
      weight: [12, 26],
      sizes: ["14 in across", "18 in across", "22 in across"],
      uses: [
        "Hangs on an inside door or over a mirror, and fades gracefully for a year or two.",
        "Full on one side and bare on the other, so the willow ring shows.",
        "Made for the weeks when the garden has nothing to say."
      ],
      made: [
        "Wired stem by stem onto a ring of willow we cut in February.",
        "Gathered in August, hung in the barn for six weeks, then bound by hand."
      ],
      care: [
        {
          says: "Keep out of rain and strong sun; dust with a hair dryer on cool.",
          answer: "Indoors only, and away from direct sun. A hair dryer on cool takes the dust off."
        }
      ],
      materials: ["dried flowers", "willow"],
      tags: ["wreath", "dried flowers", "door"]
    },
    {
      name: "throw pillow",
      titles: ["Block-Printed Pillow Cover", "Linen Throw Pillow", "Lumbar Pillow"],
      price: [38, 78],
      weight: [9, 22],
      sizes: ["18 x 18 in", "20 x 20 in", "14 x 22 in"],
      fits: { "Lumbar Pillow": [2], "Block-Printed Pillow Cover": [0, 1], "Linen Throw Pillow": [0, 1] },
      uses: [
        "Washes soft and gets better every time.",
        "Closes with a hidden zipper, and the back is plain so you can turn it for a quiet day.",
        "The right size for reading against."
      ],
      made: [
        "Printed by hand with a pear-wood block, one press at a time.",
        "Sewn from heavyweight linen with the corners tapered so they do not stick out like ears."
      ],
      care: [
        {
          says: "Machine wash cold, inside out, and hang to dry.",
          answer: "Yes, cold and inside out. Take the insert out first and hang the cover to dry."
        }
      ],
      materials: ["linen", "water-based ink"],
      tags: ["pillow", "cushion", "living room"],
      choices: { names: ["Cover only", "With feather insert"], deltas: [0, 1600] }
    },
    {
      name: "lamp",
      titles: ["Table Lamp", "Paper Lantern Lamp", "Bedside Lamp"],
      price: [88, 240],
      weight: [40, 90],
      sizes: ["14 in tall, shade 9 in across", "20 in tall, shade 13 in across"],
      fits: { "Bedside Lamp": [0] },
      uses: [
        "Gives the kind of light that makes people sit down.",
        "Dim enough for a bedside, bright enough for the last chapter.",
        "Takes a standard bulb, which is included."
      ],
      made: [
        "The base is turned from one block and wired with a cloth cord and a proper switch.",
        "The shade is stretched, glued and trimmed by hand over a wire drum."
      ],
      care: [
        {
          says: "Use LED bulbs up to 60 W equivalent and dust the shade with a soft brush.",
          answer: "Any LED up to 60 W equivalent. The shade only wants a soft dry brush."
        }
      ],
      materials: ["turned wood", "paper shade", "cloth cord"],
      tags: ["lamp", "lighting", "bedroom"]
    },
    {
      name: "basket",
      titles: ["Coiled Basket", "Market Basket", "Lidded Storage Basket"],
      price: [44, 130],
      weight: [12, 44],
      sizes: ["9 in across, 6 in tall", "14 in across, 11 in tall", "16 in across, 13 in tall"],
      fits: { "Coiled Basket": [0, 1], "Market Basket": [1], "Lidded Storage Basket": [1, 2] },
      uses: [
        "Swallows yarn, toys or a week of mail.",
        "The handles are stitched through the wall and will carry firewood.",
        "Soft enough to sit on a wood floor without scratching."
      ],
      made: [
        "Coiled and stitched by hand; a large one takes two full days.",
        "Woven wet from split reed and left to tighten as it dries."
      ],
      care: [
        {
          says: "Wipe with a damp cloth and let it dry in the shade.",
          answer: "A damp cloth is enough. If it loses its shape, mist it and let it dry stuffed with a towel."
        }
      ],
      materials: ["cotton rope", "reed"],
      tags: ["basket", "storage"],
      choices: { names: ["Small", "Medium", "Large"], deltas: [0, 1800, 3600] }
    },
    {
      name: "wall clock",
      titles: ["Wall Clock", "Minimal Wall Clock"],
      price: [64, 128],
      weight: [20, 40],
      sizes: ["10 in across", "12 in across"],
      uses: [
        "Runs silently, so it can hang in a bedroom.",
        "No numbers, just twelve small inlaid dots; you learn to read it in a day."
      ],
      made: [
        "Cut from plywood offcuts, painted in three thin coats and fitted with a quartz sweep movement.",
        "Hand-painted face, brass hands, one AA battery."
      ],
      care: [
        {
          says: "Dust it; change the battery every other year.",
          answer: "Nothing beyond dusting, and one AA battery about every two years."
        }
      ],
      materials: ["birch plywood", "brass"],
      tags: ["clock", "wall decor"]
    },
    {
      name: "candle holders",
      titles: ["Candle Holders, Pair", "Taper Holders, Set of 3"],
      price: [32, 74],
      weight: [14, 36],
      sizes: ["3, 5 and 7 in tall", "6 in tall each"],
      fits: { "Candle Holders, Pair": [1], "Taper Holders, Set of 3": [0] },
      uses: [
        "Fits standard tapers with no wobble and no foil.",
        "Three heights that look planned without being fussy."
      ],
      made: [
        "Turned, sanded to 400 grit and painted by hand with milk paint.",
        "Cast in small molds and felted underneath."
      ],
      care: [
        { says: "Pick wax off once it is cold.", answer: "Let spilled wax go cold and it lifts off with a fingernail." }
      ],
      materials: ["maple", "milk paint"],
      tags: ["candle holder", "table decor"]
    },
    {
      name: "mirror",
      titles: ["Round Mirror", "Arched Mirror"],
      price: [96, 260],
      weight: [70, 160],
      sizes: ["16 in across", "20 in wide, 30 in tall"],
      fits: { "Round Mirror": [0], "Arched Mirror": [1] },
      uses: ["Opens up a narrow hallway.", "Hangs from a leather strap or flat on two screws; both are in the box."],
      made: [
        "The frame is steam-bent from a single strip and pinned with brass.",
        "Framed in wood from a barn floor, nail holes left in."
      ],
      care: [
        {
          says: "Clean the glass with vinegar and leave the frame dry.",
          answer: "Vinegar and water on the glass, and nothing at all on the frame."
        }
      ],
      materials: ["mirror glass", "reclaimed wood"],
      tags: ["mirror", "entryway"]
    }
  ],
  finishes: [
    {
      name: "Indigo",
      says: "The blue is indigo, deep as the last ten minutes before dark.",
      tags: ["blue", "indigo"]
    },
    { name: "Terracotta", says: "A warm brick red, the color of flowerpots after rain.", tags: ["terracotta", "warm"] },
    { name: "Sage", says: "A gray-green that goes with wood of any kind.", tags: ["green", "sage"] },
    { name: "Oat", says: "A warm oat color, somewhere between cream and bread.", tags: ["natural", "neutral"] },
    { name: "Charcoal", says: "A soft black that reads as charcoal in daylight.", tags: ["black", "modern"] },
    { name: "Ochre", says: "Ochre, because every gray room wants one yellow thing.", tags: ["yellow", "ochre"] },
    { name: "Rust and Rose", says: "Rust fades into rose about halfway down, mixed by eye.", tags: ["pink", "rust"] },
    {
      name: "Driftwood Gray",
      says: "A weathered gray with some silver in it.",
      tags: ["gray", "coastal"]
    }
  ],
  made: [],
  care: [],
  voice: [
    "Looks different at noon and at dusk, and I like it best at dusk.",
    "Send me a photo of your wall and I will tell you honestly which size to get.",
    "Made to be moved around: it has been in four rooms of my own house.",
    "Small irregularities are how you know that no machine was involved.",
    "Packed flat or well padded, whichever it needs.",
    "Custom colors are possible if you can wait three weeks."
  ],
  materials: [],
  tags: ["home decor", "home"],
  praise: [
    "It pulled the whole room together.",
    "Even nicer against a real wall than in the listing.",
    "My landlord asked where it came from.",
    "The color is exactly the muted tone I was after.",
    "Solid work, clearly made by someone who cares about the back as much as the front.",
    "It took five minutes to find its place and has stayed there.",
    "Guests always comment on it.",
    "I moved it through three rooms and it worked in each of them.",
    "It smells faintly of a workshop, in a good way.",
    "The size guidance from the shop was spot on.",
    "It warmed up a very white apartment.",
    "Better made than the one I paid twice as much for."
  ],
  grumbles: [
    "Nice piece, though the color is cooler than the photo suggests.",
    "The box had seen better days, though the piece itself was fine in the end.",
    "Smaller than I imagined; measure before you order."
  ],
  careQuestions: ["How do I keep it clean?", "What does it need in the way of care?"],
  questions: [
    ["Is anything else needed to put it up?", "Nothing. If it takes a hook, a bulb or a screw, that is in the box."],
    [
      "Could you do this in another color?",
      "Most colors, yes. Send me a picture of the room; custom work takes about three weeks."
    ],
    [
      "Would it hold up in a humid bathroom?",
      "I would not. A bedroom or hallway will keep it looking right for years."
    ],
    [
      "Is the color true to the photo?",
      "I photograph near a north window, so it is close. Evening light makes it warmer."
    ]
  ],
  lead: [2, 14],
  shipping: [8, 18]
}
