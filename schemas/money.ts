import { Schema, SchemaGetter } from "effect"

/** The largest amount anything may cost or sum up to, in minor units: a hundred million. */
export const ceiling = 100_000_000_00

/** Money in our hands: whole minor units (cents), never negative, never a float. */
export const Cents = Schema.Natural.check(Schema.isLessThanOrEqualTo(ceiling)).pipe(Schema.brand("Cents"))
export type Cents = typeof Cents.Type

/** Sums of amounts that are already money. */
export const cents = (amount: number): Cents => amount as Cents

/** The marketplace trades in one currency, ISO 4217 in lower case. */
export const Currency = Schema.Literal("usd")
export type Currency = typeof Currency.Type

/** Money as people and models read it: decimal dollars on the wire (24.5), cents in our hands (2450). */
export const dollars = (
  description: string,
  bounds: { readonly minimum: number; readonly maximum: number } = { minimum: 0, maximum: ceiling / 100 }
) =>
  Schema.Finite.check(Schema.isBetween(bounds))
    .annotate({ description })
    .pipe(
      Schema.decodeTo(Cents, {
        decode: SchemaGetter.transform((dollars: number) => Math.round(dollars * 100)),
        encode: SchemaGetter.transform((amount: number) => amount / 100)
      })
    )

export const Dollars = dollars("US dollars")
