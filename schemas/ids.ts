import { Schema } from "effect"

/** An id as callers send it. What cannot exist is not refused here: it answers like an unknown one. */
const id = (prefix: string) => Schema.String.annotate({ description: `Id of the form ${prefix}_…` })

export const ListingId = id("lst").pipe(Schema.brand("ListingId"))
export type ListingId = typeof ListingId.Type
export const ShopId = id("shp").pipe(Schema.brand("ShopId"))
export type ShopId = typeof ShopId.Type
export const CartId = id("crt").pipe(Schema.brand("CartId"))
export type CartId = typeof CartId.Type
export const CheckoutId = id("chk").pipe(Schema.brand("CheckoutId"))
export type CheckoutId = typeof CheckoutId.Type
export const LineId = id("lin").pipe(Schema.brand("LineId"))
export type LineId = typeof LineId.Type
export const OrderId = id("ord").pipe(Schema.brand("OrderId"))
export type OrderId = typeof OrderId.Type
export const AttemptId = id("att").pipe(Schema.brand("AttemptId"))
export type AttemptId = typeof AttemptId.Type
export const AccountId = id("acc").pipe(Schema.brand("AccountId"))
export type AccountId = typeof AccountId.Type
export const AddressId = id("adr").pipe(Schema.brand("AddressId"))
export type AddressId = typeof AddressId.Type
export const AgentKeyId = id("key").pipe(Schema.brand("AgentKeyId"))
export type AgentKeyId = typeof AgentKeyId.Type

/** What the database may be asked for: three letters, then at most sixty characters of base64url. */
const shape = /^[a-z]{3}_[A-Za-z0-9_-]{1,60}$/

/** False for an id that can exist nowhere, so that it is answered without a look-up. */
export const canExist = (id: string): boolean => shape.test(id)
