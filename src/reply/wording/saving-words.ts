import { type PathWords, words } from "./path-words.ts";

/** What a commitment or spot saves. */
export const saving = (what: string): PathWords =>
  words(`Saving with ${what}`, "share", `*{v}* saved by ${what}`, `what ${what} saves`, "20%, or 15–22%", {
    below: `${what} saves under {v}`,
    above: `${what} saves over {v}`,
  });
