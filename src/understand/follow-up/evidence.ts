import type { Workload } from "#src/model/workload.ts";
import { lemmaOf } from "#src/understand/lex/spelling.ts";
import type { ClauseActions } from "./actions.ts";
import type { Clause } from "./clauses.ts";
import { unexplained } from "./glue.ts";
import { workNouns } from "./quantities.ts";

const commonNouns: ReadonlySet<string> = new Set([
  ...workNouns.split("|"),
  "transition",
  "state",
  "object",
  "put",
  "write",
  "read",
  "connection",
  "bid",
  "claim",
  "check",
  "start",
  "stream",
  "batch",
  "op",
  "operation",
  "trade",
  "ride",
  "reading",
  "click",
]);
/** Words that nothing explains: so many are let pass beside a named field. */
const strangersBesideField = 4;

/**
 * Whether a clause is about the workload. A named field or step outweighs a few unknown words; a bare figure, a place or
 * a name with other meanings does not: "2 GB of patience" is no memory size, "arm hurts" no processor.
 *
 * @param sentence the whole sentence the clause stands in
 */
export function accepts(clause: Clause, read: ClauseActions, sentence: string, workload: Workload): boolean {
  if (read.actions.length === 0 || possessed.test(sentence) || !placesFit(clause, read, sentence)) return false;
  const counted = rateNouns(read).map((noun) => counts(noun, workload));
  const strange = unexplained(clause.words).length + counted.filter((known) => !known).length;
  if (read.named || (counted.length > 0 && counted.every(Boolean))) return strange <= strangersBesideField;
  if (ownBusiness.test(clause.text)) return false;
  return strange === 0 || (clause.supposes && strange <= 1);
}

/** "My inbox", "my laptop": a person's things, unless they are what is reviewed. */
const possessed =
  /\b(?:my|mine|myself|his|her)\b(?! (?:lambdas?|functions?|workload|service|app|application|api|system|team|guess|estimate|bad|mistake|boss|pm|steps?|data|numbers?|figures?|account|region|budget|requests?|traffic|@\S+|\$\S+))/;

/** What a person says of themselves, where no field is named. An opinion or a wish about the workload is neither. */
const ownBusiness =
  /\b(?:i|i'll|i'm|i've|me)\b(?! (?:think|mean|meant|guess|believe|said|say|suppose|reckon|would say|assume|want))(?<!\b(?:show|give|tell|let) me)/;

/** Where customers or colleagues are is not where the workload runs. */
const passing =
  /\b(?:launch\w*|customers?|users?|clients?|markets?|offices?|teams?|audience|expand\w*|colleagues?|folks|people|visit\w*|travel\w*|fly\w*|flight|holiday|vacation|conference|weather|too|anyone|someone|asked|greetings|bank|university|street)\b/;
/** Words that may stand right before the place a workload is put. */
const placing =
  /^(?:in|to|into|at|use|using|try|region|with|or|about|say|is|it's|be|make|via|on|for|of|from|then|near|and|=|:|->|,|we're|rather|choose|pick|goes|go|go-to|suppose|like|actually|not|really|it|me|that's)$/;

function placesFit(clause: Clause, read: ClauseActions, sentence: string): boolean {
  const placeOnly = read.actions.every((action) => action.do === "choose" && action.token.startsWith("%region"));
  if (!placeOnly) return true;
  const at = clause.words.findIndex((word) => word.startsWith("%region"));
  const alone = unexplained(clause.words).length === 0 && clause.words.length <= 3;
  return !passing.test(sentence) && (alone || placing.test(clause.words[at - 1] ?? ""));
}

function rateNouns(read: ClauseActions): readonly string[] {
  return read.actions.flatMap((action) => {
    if (action.do !== "bind" || action.binding.field !== "rate") return [];
    const { kind, noun } = action.binding;
    return kind === "rate" || kind === "+rate" || kind.startsWith("per") ? [noun] : [];
  });
}

/** A rate counts the workload's own units, or things any workload counts. */
function counts(noun: string, { unitOfWork, name, steps }: Workload): boolean {
  const own = [unitOfWork, name, ...steps.map((step) => step.name)].flatMap(wordsOf);
  return noun === "" || commonNouns.has(noun) || own.includes(noun);
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== "")
    .map((word) => lemmaOf(word).lemma);
}
