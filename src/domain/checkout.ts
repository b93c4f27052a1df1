import { Result } from "effect"
import { type CheckoutEvent, CheckoutState, type Contents } from "../../schemas/checkout.ts"
import { IllegalStep } from "../../schemas/errors.ts"
import { isComplete } from "./contents.ts"

const { Canceled, Challenged, Completed, Expired, Open, Paying, Ready } = CheckoutState.cases

type State<Tag extends CheckoutState["_tag"]> = Extract<CheckoutState, { _tag: Tag }>
type Event<Tag extends CheckoutEvent["_tag"]> = Extract<CheckoutEvent, { _tag: Tag }>

export type Steps = {
  readonly [S in CheckoutState["_tag"]]: {
    readonly [E in CheckoutEvent["_tag"]]?: (state: State<S>, event: Event<E>) => CheckoutState | undefined
  }
}

/** Ready is Open with nothing missing. */
export const shopping = (contents: Contents): CheckoutState =>
  isComplete(contents) ? Ready.make({ contents }) : Open.make({ contents })

const browsing = {
  Revised: (_: State<"Open" | "Ready">, { contents }: Event<"Revised">) => shopping(contents),
  CancelRequested: ({ contents }: State<"Open" | "Ready">) => Canceled.make({ contents }),
  TimedOut: ({ contents }: State<"Open" | "Ready">) => Expired.make({ contents })
}

/** While money may be moving, only the attempt that was started can end it. Who wants to leave has it voided first. */
const moving = {
  PaymentSettled: ({ attempt, contents }: State<"Paying" | "Challenged">, { attemptId }: Event<"PaymentSettled">) =>
    attemptId === attempt.id ? Completed.make({ contents, attempt }) : undefined,
  PaymentDeclined: ({ attempt, contents }: State<"Paying" | "Challenged">, { attemptId }: Event<"PaymentDeclined">) =>
    attemptId === attempt.id ? Ready.make({ contents }) : undefined
}

/** The whole law of checkout: a missing cell, or a cell that answers undefined, is an illegal step. */
export const steps: Steps = {
  Open: browsing,
  Ready: {
    ...browsing,
    PaymentStarted: ({ contents }, { attempt }) => Paying.make({ contents, attempt })
  },
  Paying: {
    ...moving,
    ChallengeRequired: ({ attempt, contents }, { attemptId, url }) =>
      attemptId === attempt.id ? Challenged.make({ contents, attempt, url }) : undefined
  },
  Challenged: {
    ...moving,
    ChallengeAnswered: ({ attempt, contents }, { attemptId }) =>
      attemptId === attempt.id ? Paying.make({ contents, attempt }) : undefined
  },
  Completed: {
    // The provider may repeat what we know; it may not say otherwise.
    PaymentSettled: (state, { attemptId }) => (attemptId === state.attempt.id ? state : undefined)
  },
  Canceled: {},
  Expired: {}
}

/** The law with another table, for those who want to see whether a bug in it would be noticed. */
export const stepWith =
  (steps: Steps) =>
  (state: CheckoutState, event: CheckoutEvent): Result.Result<CheckoutState, IllegalStep> => {
    const move = steps[state._tag][event._tag] as
      | ((state: CheckoutState, event: CheckoutEvent) => CheckoutState | undefined)
      | undefined
    const next = move?.(state, event)
    return next === undefined
      ? Result.fail(new IllegalStep({ from: state._tag, event: event._tag }))
      : Result.succeed(next)
  }

/** Nothing moves a checkout except this. */
export const step = stepWith(steps)

export const isEnded = CheckoutState.isAnyOf(["Completed", "Canceled", "Expired"])
export const isShopping = CheckoutState.isAnyOf(["Open", "Ready"])
export const isMoving = CheckoutState.isAnyOf(["Paying", "Challenged"])
