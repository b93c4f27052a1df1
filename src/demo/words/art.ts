import type { Craft } from "./Craft.ts"

export const art: Craft = {
  slug: "art",
  name: "Art",
  kinds: [
    {
      name: "linocut",
      titles: ["Linocut Print", "Two-Color Linocut", "Reduction Linocut"],
      price: [34, 120],
      weight: [3, 8],
      sizes: ["8 x 10 in", "11 x 14 in", "12 x 18 in"],
      uses: [
        "Fits a standard frame with room for a mat.",
        "Reads from across the room and rewards a closer look.",
        "A first piece of real art for someone with a blank wall."
      ],
      made: [
        "Carved by hand in battleship linoleum and printed with a wooden spoon on mulberry paper.",
        "Printed on a 1940s proof press in an edition of forty, then the block is retired."
      ],
      materials: ["oil-based ink", "mulberry paper"],
      tags: ["linocut", "print", "printmaking"],
      share: 2,
      choices: { names: ["Unframed", "Framed in oak"], deltas: [0, 6500] }
    },
    {
      name: "watercolor",
      titles: ["Watercolor", "Original Watercolor", "Small Watercolor"],
      price: [58, 240],
      weight: [3, 9],
      sizes: ["5 x 7 in", "9 x 12 in", "11 x 15 in"],
      fits: { "Small Watercolor": [0] },
      uses: [
        "Quiet enough for a bedroom, strong enough for a hallway.",
        "An original, not a print: there is only this one."
      ],
      made: [
        "Painted on the spot in under an hour, because the light would not wait.",
        "Built up in seven or eight thin washes on cold-press cotton paper."
      ],
      materials: ["watercolor", "cotton paper"],
      tags: ["watercolor", "painting", "original"]
    },
    {
      name: "oil painting",
      titles: ["Oil Painting", "Oil Study on Panel", "Oil on Linen"],
      price: [140, 620],
      weight: [14, 60],
      sizes: ["6 x 8 in", "12 x 16 in", "18 x 24 in"],
      uses: ["Comes wired and ready to hang.", "Thick paint up close and weather from ten feet."],
      made: [
        "Painted in two sittings, wet into wet, mostly with a knife.",
        "Laid in fast on a toned panel and left alone at the right moment, which is the hard part."
      ],
      materials: ["oil paint"],
      care: [
        {
          says: "Dust with a soft dry brush, nothing wet.",
          answer: "It is varnished and needs no glass. A soft dry brush takes care of dust."
        }
      ],
      tags: ["oil painting", "painting", "original"]
    },
    {
      name: "screen print",
      titles: ["Screen Print", "Three-Layer Screen Print", "Poster Screen Print"],
      price: [28, 75],
      weight: [4, 10],
      sizes: ["11 x 17 in", "16 x 20 in", "18 x 24 in"],
      uses: ["A poster for people who have outgrown tape.", "Large, flat color that holds a wall by itself."],
      made: [
        "Pulled by hand, one color a day, in an edition of seventy-five.",
        "Printed with water-based ink on heavy archival stock and numbered in pencil."
      ],
      materials: ["water-based ink", "archival paper"],
      tags: ["screen print", "poster", "print"]
    },
    {
      name: "ink drawing",
      titles: ["Ink Drawing", "Pen and Ink Drawing"],
      price: [45, 160],
      weight: [2, 6],
      sizes: ["6 x 6 in", "8 x 10 in"],
      uses: ["Small enough for the end of a bookshelf.", "Every leaf was counted, or at least it felt that way."],
      made: [
        "Drawn with a dip pen and walnut ink, without a pencil sketch underneath.",
        "Crosshatched over a week of evenings with a brass nib."
      ],
      materials: ["walnut ink", "hot-press paper"],
      tags: ["drawing", "ink", "original"]
    },
    {
      name: "cyanotype",
      titles: ["Cyanotype", "Botanical Cyanotype"],
      price: [36, 98],
      weight: [2, 6],
      sizes: ["8 x 8 in", "11 x 14 in"],
      uses: [
        "The blue of a work shirt, and it stays that blue.",
        "Hang it away from direct sun and it outlives us both."
      ],
      made: [
        "Coated by brush, exposed in the yard and washed in the bathtub.",
        "A sun print: eleven minutes in June, twenty-five in October."
      ],
      materials: ["cyanotype", "cotton paper"],
      tags: ["cyanotype", "botanical", "blue"]
    },
    {
      name: "ceramic sculpture",
      titles: ["Ceramic Wall Relief", "Ceramic Sculpture", "Ceramic Tile Art"],
      price: [64, 320],
      weight: [16, 70],
      sizes: ["6 x 6 in tile", "9 in tall", "12 in across"],
      fits: { "Ceramic Wall Relief": [2], "Ceramic Sculpture": [1], "Ceramic Tile Art": [0] },
      uses: [
        "Ceramic art for a shelf or a wall, with a keyhole slot on the back.",
        "Casts its own shadow, which changes through the day."
      ],
      made: [
        "Modeled in stoneware, hollowed, fired twice and finished with oxides instead of glaze.",
        "Carved into a leather-hard slab and inlaid with colored slip."
      ],
      materials: ["stoneware", "oxides"],
      care: [
        {
          says: "Dust with a soft brush; it may even hang on a covered porch.",
          answer: "It is fired to last. Dust it with a soft brush, and keep it out of hard frost."
        }
      ],
      tags: ["ceramic art", "ceramic", "sculpture"],
      share: 2
    },
    {
      name: "collage",
      titles: ["Paper Collage", "Cut-Paper Collage"],
      price: [52, 180],
      weight: [4, 10],
      sizes: ["8 x 8 in", "10 x 13 in"],
      uses: ["Look closely: one of the pieces is a 1962 bus transfer.", "Cheerful without being loud."],
      made: [
        "Cut with one small pair of scissors from painted paper and old maps.",
        "Layered and glued with wheat paste, then pressed under the dictionary for two days."
      ],
      materials: ["hand-painted paper", "wheat paste"],
      tags: ["collage", "paper art", "original"]
    }
  ],
  finishes: [
    {
      name: "Winter Heron",
      says: "The heron stands in the same bend of the river every January, and so do I.",
      tags: ["bird", "winter"]
    },
    {
      name: "Prairie Thunderhead",
      says: "A cloud I chased for twenty miles with the windows down.",
      tags: ["landscape", "sky"]
    },
    {
      name: "Lemons on Blue",
      says: "Four lemons, one tablecloth, a whole afternoon.",
      tags: ["still life", "kitchen art"]
    },
    { name: "Night Train", says: "Lit windows going by: the view from my first apartment.", tags: ["city", "night"] },
    {
      name: "Fern Study",
      says: "Drawn from a fern that has since taken over the bathroom.",
      tags: ["botanical", "green"]
    },
    {
      name: "Red Barn, Snow",
      says: "There are a thousand red barns in the world, and this one was on my grandmother's road.",
      tags: ["landscape", "winter"]
    },
    { name: "Sleeping Dog", says: "Modeled by Otis, who was paid in crusts.", tags: ["dog", "animal"] },
    {
      name: "Water Tower",
      says: "Our neighborhood water tower, which everyone complains about and nobody would part with.",
      tags: ["city", "architecture"]
    },
    {
      name: "Desert Moonrise",
      says: "The sky does that violet thing for about four minutes.",
      tags: ["desert", "moon"]
    },
    { name: "Swimming Hole", says: "From a summer with more swimming in it than work.", tags: ["water", "summer"] },
    { name: "Crows at Dusk", says: "Counted two hundred and then gave up counting.", tags: ["bird", "moody"] }
  ],
  made: [],
  care: [
    {
      says: "Frame behind glass and keep out of direct sun.",
      answer: "Archival materials throughout. Behind glass and out of direct sun it will not fade in your lifetime."
    },
    {
      says: "Signed and dated on the back.",
      answer: "Yes, signed and dated by hand, with a small certificate tucked in."
    },
    { says: "Dust with a soft dry brush, nothing wet.", answer: "A soft dry brush, and no sprays or damp cloths." }
  ],
  voice: [
    "I kept it on my own wall for a month to be sure.",
    "Packed by someone who has unpacked a few disasters.",
    "Part of a series of nine; four have found homes.",
    "Signed where you will not see it unless you look.",
    "Made with the radio on and the door open.",
    "If it does not suit your wall, send it back and no hard feelings."
  ],
  materials: [],
  tags: ["art", "wall art", "original art"],
  praise: [
    "The texture is wonderful in person.",
    "I find something new in it every time I walk past.",
    "The color is rich without shouting.",
    "It came beautifully wrapped, without a scratch.",
    "My partner actually gasped.",
    "It looks like it was made for that spot above the desk.",
    "The handwritten note on the back made it feel personal.",
    "I hung it the same day.",
    "Real depth to the blacks.",
    "You can see the hand in every line.",
    "We hung it in the nursery and the baby stares at it.",
    "It reminds me of home, which I did not expect."
  ],
  grumbles: [
    "Good work, but the wrapping was torn when it got here.",
    "The colors are a little quieter than on my screen.",
    "I wish the listing had shown a picture of it on a wall."
  ],
  careQuestions: ["Is this archival, or will it fade?", "Is it signed, and how should I look after it?"],
  questions: [
    [
      "How big is it in real life? I cannot tell from the photo.",
      "The size is in the listing, and I will gladly send a picture of it next to a coffee cup."
    ],
    [
      "Would you do a commission of our own house?",
      "I take two a month. Write me with a few photos and a date you have in mind."
    ],
    ["Is it an original or a reproduction?", "Made by hand, every one. I do not sell reproductions."],
    ["How is it packed for shipping?", "With more cardboard than seems reasonable. Nothing has ever arrived hurt."]
  ],
  lead: [1, 5],
  shipping: [5, 22]
}
