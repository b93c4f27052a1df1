import { config } from "zod/v4"

// The page's policy forbids code made out of text, which schemas otherwise try first.
config({ jitless: true })
