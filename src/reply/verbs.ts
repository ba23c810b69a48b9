/**
 * Every verb of Rethink: typed, pressed, or meant by a sentence in a thread. One vocabulary for slash commands,
 * buttons, forms and follow-up intents; the registry in `commands/` must define each (checked at build time).
 */
export const verbs = [
  "review",
  "whatif",
  "limits",
  "breakdown",
  "assumptions",
  "break-even",
  "flips",
  "explain",
  "compare",
  "case",
  "decide",
  "digest",
  "actual",
  "quota",
  "discount",
  "prices",
  "forget",
  "undo",
  "export",
  "adr",
  "help",
] as const;
export type Verb = (typeof verbs)[number];
