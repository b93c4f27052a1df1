import { sampleOrigin } from "./State.ts"

/** Pieces of the demo market, so that a demo server has their pictures. */
export const pieces = [
  { id: "lst_WWEb7hNNkp98JjKU", title: "Tenmoku Low Cappuccino Mug", category: "ceramics", price: 25, stock: 10 },
  { id: "lst_KFgyDYzGuImEBlMI", title: "Sgraffito Fern Belly Mug", category: "ceramics", price: 22, stock: 11 },
  { id: "lst_pa4kGspu4ittaoBk", title: "Jar Candle, White Peach", category: "candles", price: 31.5, stock: 9 },
  { id: "lst_xbVPApFQ46Lw3HQ1", title: "City Block Perpetual Calendar", category: "paper-goods", price: 38, stock: 3 },
  { id: "lst_ovJLgPQ3JsE2hyzw", title: "Berry Check Fingerless Mitts", category: "textiles", price: 62, stock: 0 },
  { id: "lst_DzdPJ5IlnnzTpumY", title: "Whale Floppy Plush", category: "toys", price: 60, stock: 15 },
  { id: "lst_EeEjTwgR3qsvxZKW", title: "Prism Suncatcher, Cobalt", category: "glass", price: 78, stock: 27 },
  { id: "lst_gEd3fWfEvMMYBMY0", title: "Raw Terracotta Soap Dish", category: "ceramics", price: 17, stock: 17 }
] as const
export type Piece = (typeof pieces)[number]

export const shops = [
  { id: "shp_uWs3o488jELvw742", name: "Clay & Kiln", city: "Chicago", rating: 4.8, reviews: 41 },
  { id: "shp_urxSbQf0aYtp7UTM", name: "Honey Hollow", city: "Burlington", rating: 4.6, reviews: 23 },
  { id: "shp_jBZDqH0jXlMYIVdW", name: "Button Bear Workshop", city: "Portland", rating: 0, reviews: 0 }
] as const

/** The picture of a piece, by its number from 1. */
export const pictureOf = ({ id }: Pick<Piece, "id">, n = 1): string => `${sampleOrigin}/images/${id}/${n}.svg`

/** So many minutes from now, as the server writes moments. */
export const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString()
