import type { Color } from "./color.ts"

/** Draws one kind of thing, centered on 200 and standing on 310, in a square of 400. */
export type Draw = (color: Color, title: string) => string

/** Which titles are drawn how; the last is for all others. */
export type Figures = readonly [...Array<readonly [RegExp, Draw]>, readonly [RegExp, Draw]]

export const path = (d: string, fill: string, more = "") => `<path d="${d}" fill="${fill}"${more && ` ${more}`}/>`

export const stroke = (d: string, color: string, width: number, more = "") =>
  `<path d="${d}" fill="none" stroke="${color}" stroke-width="${width}"${more && ` ${more}`}/>`

export const circle = (x: number, y: number, r: number, fill: string) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`

export const oval = (x: number, y: number, rx: number, ry: number, fill: string) =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"/>`

export const box = (x: number, y: number, width: number, height: number, fill: string, round = 0) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}"${round ? ` rx="${round}"` : ""} fill="${fill}"/>`

/** What a thing casts on the ground. */
export const shade = (width: number, y = 310) =>
  `<ellipse cx="200" cy="${y}" rx="${width}" ry="${Math.round(width / 9)}" fill="#3b2f26" opacity=".16"/>`

/** The same thing several times. */
export const times = (count: number, one: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => one(index)).join("")

export const flame = (x: number, y: number) =>
  path(`M${x} ${y}c-13-14-9-27 0-42 9 15 13 28 0 42z`, "#f2b441") +
  path(`M${x} ${y - 2}c-6-7-4-13 0-20 4 7 6 13 0 20z`, "#fff3d0")
