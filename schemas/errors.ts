import { EmailNotConfirmed, LinkOver, StillNeeded, WrongPassword } from "./errors/account.ts"
import { CancelWindowOver, OrderMovedOn } from "./errors/orders.ts"
import { Forbidden, Invalid, NotFound, Unauthorized } from "./errors/request.ts"
import { NotInReview, RoleNeeded } from "./errors/selling.ts"
import { Internal, KeyInFlight, KeyReused, RateLimited, Unavailable } from "./errors/service.ts"
import {
  IllegalStep,
  NotReady,
  OutOfStock,
  PaymentDeclined,
  SessionExpired,
  StaleCheckout,
  TotalChanged
} from "./errors/trade.ts"

export * from "./errors/account.ts"
export * from "./errors/orders.ts"
export * from "./errors/Refusal.ts"
export * from "./errors/request.ts"
export * from "./errors/selling.ts"
export * from "./errors/service.ts"
export * from "./errors/trade.ts"

/** Every error class of the public face, for the documents and for the doors. */
export const refusals = [
  NotFound,
  Unauthorized,
  Forbidden,
  RoleNeeded,
  Invalid,
  WrongPassword,
  EmailNotConfirmed,
  LinkOver,
  StillNeeded,
  NotReady,
  OutOfStock,
  PaymentDeclined,
  SessionExpired,
  TotalChanged,
  IllegalStep,
  StaleCheckout,
  OrderMovedOn,
  CancelWindowOver,
  NotInReview,
  KeyReused,
  KeyInFlight,
  RateLimited,
  Unavailable,
  Internal
] as const
