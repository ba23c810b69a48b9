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
 * Whether a clause is about the workload. A named field, step or design choice outweighs a few unknown words; a bare
 * figure does not: "2 GB of patience" is no memory size.
 */
export function accepts(clause: Clause, read: ClauseActions, workload: Workload): boolean {
  if (read.actions.length === 0 || mentionsPlaceOnly(clause, read)) return false;
  const strange = unexplained(clause.words).length;
  if (read.named || countsWork(read, workload)) return strange <= strangersBesideField;
  return strange === 0 || (clause.supposes && strange <= 1);
}

/** Where customers or colleagues are is not where the workload runs. */
const passing =
  /\b(?:launch\w*|customers?|users?|clients?|markets?|offices?|teams?|audience|expand\w*|colleagues?|folks|people|visit\w*|travel\w*|fly\w*|flight|holiday|vacation|conference|weather|too)\b/;

function mentionsPlaceOnly(clause: Clause, read: ClauseActions): boolean {
  const place = read.actions.every((action) => action.do === "choose" && action.token.startsWith("%region"));
  return place && passing.test(clause.text);
}

/** A rate of the workload's own units, or of things any workload counts. */
function countsWork(read: ClauseActions, workload: Workload): boolean {
  const own = new Set(
    [workload.unitOfWork, workload.name, ...workload.steps.map((step) => step.name)].flatMap(wordsOf),
  );
  return read.actions.some((action) => {
    if (action.do !== "bind") return false;
    const { kind, noun } = action.binding;
    const isRate = kind === "rate" || kind === "+rate" || kind.startsWith("per");
    return isRate && (noun === "" || commonNouns.has(noun) || own.has(noun));
  });
}

function wordsOf(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== "")
    .map((word) => lemmaOf(word).lemma);
}
