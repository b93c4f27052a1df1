import { createHash } from "node:crypto"

/** The colours and curves of the widgets' `theme.css`, under the same names. */
const theme = `
:root { color-scheme: light dark;
  --surface: light-dark(#ffffff, #1f1e1d); --surface-raised: light-dark(#f4f2ee, #2b2a28);
  --ink: light-dark(#1c1917, #f3f0eb); --ink-soft: light-dark(#5c554e, #b9b2a9);
  --ink-danger: light-dark(#a3241b, #ff9d92);
  --line: light-dark(#dcd7cf, #47433f); --line-strong: light-dark(#8a8279, #8f877e);
  --accent: light-dark(#93391b, #eb9b76); --on-accent: light-dark(#ffffff, #24120a);
  --ring: light-dark(#93391b, #eb9b76); --radius: 12px; --radius-small: 8px }`

const texts = `
* { box-sizing: border-box }
body { margin: 0; color: var(--ink); background: var(--surface); font: 1rem/1.55 system-ui, sans-serif }
header, main, footer { max-width: 44rem; margin: 0 auto; padding: 1rem }
.wide header, .wide main, .wide footer { max-width: 75rem }
header { border-bottom: 1px solid var(--line) }
footer { border-top: 1px solid var(--line); color: var(--ink-soft); margin-top: 2rem }
a { color: var(--accent) }
:focus-visible { outline: 3px solid var(--ring); outline-offset: 2px }
nav a, .brand, .target { display: inline-flex; align-items: center; min-height: 44px; min-width: 44px }
nav a { margin-right: 1rem }
.brand { font-weight: 700; text-decoration: none; color: var(--ink) }
.skip { position: absolute; left: -999rem }
.skip:focus { left: 1rem; top: 1rem; background: var(--surface-raised); padding: .7rem }
h1 { font-size: 1.7rem; line-height: 1.2; overflow-wrap: anywhere }
h2 { font-size: 1.2rem; margin-top: 2rem }
h3 { font-size: 1rem; margin-bottom: .3rem }
p, li, td, dd { overflow-wrap: anywhere }
.lines { white-space: pre-line }
code, pre { font-family: ui-monospace, monospace; font-size: .9em }
pre { background: var(--surface-raised); border: 1px solid var(--line); border-radius: var(--radius-small);
  padding: .8rem; overflow-x: auto }
table { width: 100%; border-collapse: collapse }
th, td { text-align: left; padding: .5rem; border-bottom: 1px solid var(--line); vertical-align: top }
dt { color: var(--ink-soft) }
dd { margin: 0 0 .5rem }
.amount { text-align: right; white-space: nowrap }
@media (max-width: 30rem) { .goods th, .goods td { padding: .4rem .2rem } }
.soft { color: var(--ink-soft) }
.price { font-size: 1.4rem; font-weight: 700 }
.total { display: flex; justify-content: space-between; gap: 1rem; font-size: 1.2rem; font-weight: 700 }
.status { display: inline-block; border: 1px solid var(--line-strong); border-radius: 1rem; padding: .1rem .8rem;
  background: var(--surface-raised) }`

const forms = `
label, legend { font-weight: 600 }
label { display: block }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0 }
legend { padding: 0 }
input, select, textarea { display: block; width: 100%; max-width: 24rem; min-height: 44px; font: inherit; color: inherit;
  background: var(--surface); padding: .5rem; border: 1px solid var(--line-strong); border-radius: var(--radius-small) }
input[type=number] { max-width: 7rem }
input[type=checkbox], input[type=radio] { display: inline-block; flex: none; width: 1.3rem; min-height: 1.3rem; margin: 0;
  accent-color: var(--accent) }
.choice { display: flex; align-items: center; gap: .7rem; min-height: 44px; padding: .5rem .7rem; font-weight: 400;
  border: 1px solid var(--line); border-radius: var(--radius-small); margin: .4rem 0; max-width: 32rem }
.choice:has(:checked) { border-color: var(--accent); background: var(--surface-raised) }
button { font: inherit; font-weight: 600; min-height: 44px; min-width: 44px; padding: .5rem 1rem; cursor: pointer;
  border: 1px solid var(--accent); border-radius: var(--radius-small); color: var(--on-accent); background: var(--accent) }
button.quiet { color: var(--accent); background: none }
summary { display: list-item; min-height: 44px; padding: .6rem 0; color: var(--accent); cursor: pointer }
[aria-invalid] { border: 2px solid var(--ink-danger) }
.wrong { display: block; color: var(--ink-danger); font-weight: 600 }
.problems { border: 2px solid var(--ink-danger); border-radius: var(--radius-small); padding: 0 1rem }
.notice { border: 1px solid var(--line); border-left: .4rem solid var(--accent); padding: .5rem 1rem;
  background: var(--surface-raised) }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.plain { list-style: none; margin: 0; padding: 0 }
.line { display: flex; gap: .8rem; padding: .6rem 0; border-bottom: 1px solid var(--line) }
.line > div { flex: 1; min-width: 0 }
.total-of { display: flex; justify-content: space-between; gap: 1rem }
.row { display: flex; flex-wrap: wrap; align-items: end; gap: .5rem }`

const pictures = `
.photo { display: block; width: 100%; aspect-ratio: 1; object-fit: cover; border-radius: var(--radius);
  background: var(--surface-raised) }
.small { flex: none; align-self: start; width: 4rem; border-radius: var(--radius-small) }
.split { display: grid; gap: 1rem 2rem }
.gallery { display: grid; gap: .5rem; grid-template-columns: repeat(3, 1fr); margin: 0; align-content: start }
.gallery > :first-child { grid-column: 1 / -1 }
.cards { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr));
  list-style: none; margin: 0; padding: 0 }
@media (min-width: 48rem) { .split { grid-template-columns: 1fr 1fr } }
@media print { :root { color-scheme: light } header, footer, .skip, .screen { display: none } main { max-width: none; padding: 0 } }`

/** The one stylesheet of all pages, in their head. */
export const style = [theme, texts, forms, pictures, ""].join("")

/** Named by its hash, so that the policy allows this stylesheet and no other. */
export const styleHash = `sha256-${createHash("sha256").update(style).digest("base64")}`
