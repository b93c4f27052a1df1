import { createHash } from "node:crypto"

/** The one stylesheet of all pages, in their head. */
export const style = `
:root { color-scheme: light dark; --ink: #1f2328; --soft: #59636e; --paper: #fbfaf7; --card: #fff; --line: #d8d4cb;
  --link: #8a3b12; --bad: #a3161f }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eceae5; --soft: #a9a59c; --paper: #191816; --card: #23211e; --line: #3d3a35; --link: #f0a878; --bad: #ff9a94 }
}
* { box-sizing: border-box }
body { margin: 0; color: var(--ink); background: var(--paper); font: 1rem/1.55 system-ui, sans-serif }
header, main, footer { max-width: 44rem; margin: 0 auto; padding: 1rem }
header { border-bottom: 1px solid var(--line) }
footer { border-top: 1px solid var(--line); color: var(--soft); margin-top: 2rem }
nav a { margin-right: 1rem }
a { color: var(--link) }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
.brand { font-weight: 700; text-decoration: none; color: var(--ink) }
.skip { position: absolute; left: -999rem }
.skip:focus { left: 1rem; top: 1rem; background: var(--card); padding: .5rem }
h1 { font-size: 1.7rem; line-height: 1.2; overflow-wrap: anywhere }
h2 { font-size: 1.2rem; margin-top: 2rem }
p, li, td { overflow-wrap: anywhere }
code, pre { font-family: ui-monospace, monospace; font-size: .9em }
pre { background: var(--card); border: 1px solid var(--line); border-radius: .4rem; padding: .8rem; overflow-x: auto }
table { width: 100%; border-collapse: collapse; background: var(--card) }
th, td { text-align: left; padding: .5rem; border-bottom: 1px solid var(--line); vertical-align: top }
.amount { text-align: right; white-space: nowrap }
.soft { color: var(--soft) }
.status { display: inline-block; border: 1px solid var(--line); border-radius: 1rem; padding: .1rem .8rem;
  background: var(--card) }
label { display: block; font-weight: 600 }
input { display: block; width: 100%; max-width: 24rem; font: inherit; color: inherit; background: var(--card);
  padding: .5rem; border: 1px solid var(--soft); border-radius: .3rem }
button { font: inherit; padding: .5rem 1rem; border: 1px solid var(--link); border-radius: .3rem; cursor: pointer;
  color: var(--paper); background: var(--link) }
button.quiet { color: var(--link); background: none }
input:focus-visible, button:focus-visible, .problems:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
input[aria-invalid] { border: 2px solid var(--bad) }
.wrong { display: block; color: var(--bad); font-weight: 600 }
.problems { border: 2px solid var(--bad); border-radius: .4rem; padding: 0 1rem }
.notice { border: 1px solid var(--line); border-left: .4rem solid var(--link); padding: .5rem 1rem; background: var(--card) }
.row { display: flex; flex-wrap: wrap; gap: .5rem }
.photo { width: 100%; max-width: 28rem; height: auto; border-radius: .5rem; border: 1px solid var(--line) }
`

/** Named by its hash, so that the policy allows this stylesheet and no other. */
export const styleHash = `sha256-${createHash("sha256").update(style).digest("base64")}`
