import { absolute } from "../../domain/publicUrls.ts"
import { oneLine } from "../../domain/spoken.ts"
import { heading, words } from "./parts.ts"
import type { Part, Sender, Written } from "./Written.ts"

const link = (label: string, { publicUrl }: Sender, path: string): Part => ({
  _tag: "Link",
  label,
  url: absolute(publicUrl, path)
})

/** To the owner of an e-mail with which an account was opened, by whomever: no word of theirs stands in it. */
export const toConfirm = (token: string, sender: Sender): Written => ({
  subject: oneLine(`${sender.name}: confirm your e-mail address`),
  parts: [
    heading("Welcome."),
    words(`Open this link within a day, and give the password you chose: then you are signed in at ${sender.name}.`),
    link("Confirm this e-mail address", sender, `/verify-email?token=${token}`),
    words("If you did not open an account, leave the link alone: without it nobody can use one in your name.")
  ]
})

/** To the owner of an account, when somebody wanted to open another one with the same e-mail. */
export const alreadyRegistered = (sender: Sender): Written => ({
  subject: oneLine(`${sender.name}: you have an account already`),
  parts: [
    heading("You have an account already."),
    words("Somebody, probably you, wanted to open an account with this e-mail address. There is one."),
    link("Sign in", sender, "/sign-in"),
    link("Choose a new password", sender, "/forgot-password"),
    words("If that was not you, nothing needs to be done: nothing was changed.")
  ]
})

/** To the owner of an account who forgot the password. */
export const forgotten = (token: string, sender: Sender): Written => ({
  subject: oneLine(`${sender.name}: choose a new password`),
  parts: [
    heading("Choose a new password."),
    words("Open this link within half an hour. It works once."),
    link("Choose a new password", sender, `/reset-password?token=${token}`),
    words("If you did not ask for this, nothing needs to be done: your password stays as it is.")
  ]
})

/** To the owner of an account whose password is another now. */
export const changed = (sender: Sender): Written => ({
  subject: oneLine(`${sender.name}: your password was changed`),
  parts: [
    heading("Your password was changed."),
    words("Every browser and every assistant that was signed in with it has to sign in again."),
    words("If that was not you, choose a new password at once."),
    link("Choose a new password", sender, "/forgot-password")
  ]
})
