import { Schema } from "effect"

/** A tag, a comment or a declaration; `I <3 mugs`, `a < b` and links such as `<https://example.com>` are none. */
const html = /<(?:\/?[a-z][a-z0-9-]*(?:\s[^<>]*)?\/?>|!--|!\[CDATA\[|![a-z]|\?)/i

/** The protocol has CommonMark without HTML. */
export const noHtml = Schema.makeFilter((text: string) => !html.test(text) || "Expected text without HTML")
