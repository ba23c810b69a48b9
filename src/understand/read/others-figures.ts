import { addNote, type Facts } from "#src/understand/facts.ts";
import { isMark, isQuantity, isWord, type Lexeme } from "#src/understand/lex/lexeme.ts";
import { placesOf, rightOf } from "#src/understand/passage/context.ts";
import { claim, evidence, isFree, type Passage } from "#src/understand/passage/passage.ts";

const does = ["do", "does", "is", "has", "have", "get", "gets", "handle", "handles", "run", "runs", "serve", "serves"];
const says = ["claim", "claims", "say", "says", "report", "reports", "process", "processes", "see", "sees", "take"];

/** "Our competitor does 1M requests a second", "their rival (40 ms)": figures of somebody else's system are not used. */
export function claimOthersFigures(passage: Passage, facts: Facts): void {
  for (const at of placesOf(
    passage,
    "competitor",
    "competitors",
    "rival",
    "rivals",
    "competition",
    "incumbent",
    "brochure",
    "datasheet",
    "benchmark",
    "marketing",
  )) {
    const next = passage.lexemes[at + 1];
    const subject = isVerb(next) || isMark(next, "(", ":") || next?.kind === "region";
    if (!subject && !isVerb(passage.lexemes[at + 2])) continue;
    for (const here of rightOf(passage, at, "comma", 20)) {
      if (isWord(passage.lexemes[here], "we", "our", "ours", "us")) break;
      if (!isQuantity(passage.lexemes[here]) || !isFree(passage, here)) continue;
      claim(passage, here, here, "somebody else's");
      addNote(facts, "ignored", `"${evidence(passage, here)}" is somebody else's figure and not used.`);
    }
  }
}

function isVerb(lexeme: Lexeme | undefined): boolean {
  return isWord(lexeme, "doe", ...does, ...says);
}
