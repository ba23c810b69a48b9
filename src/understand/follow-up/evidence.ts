import type { Workload } from "#src/model/workload.ts";
import type { Action, ClauseActions } from "./actions.ts";
import type { Binding } from "./bind.ts";
import type { Clause } from "./clauses.ts";
import { unexplained } from "./glue.ts";
import { isProposal } from "./proposal.ts";
import { workNouns } from "./quantities.ts";
import { wordsOf } from "./subject.ts";

const commonNouns: ReadonlySet<string> = new Set(
  `${workNouns}|transition|state|object|put|write|read|connection|bid|claim|check|start|stream|batch|op|operation|trade|ride|reading|click|session|file|task`.split(
    "|",
  ),
);
/** So many words that nothing explains are let pass beside a named field; one more where it is a what-if. */
const strangersBesideField = 1;

/**
 * Whether a clause is about the workload. A named field or step outweighs a few unknown words; a bare figure, a place or
 * a name with other meanings does not: "2 GB of patience" is no memory size, "arm hurts" no processor.
 *
 * @param sentence the whole sentence the clause stands in
 */
export function accepts(clause: Clause, read: ClauseActions, sentence: string, workload: Workload): boolean {
  if (
    read.actions.length === 0 ||
    judged.test(clause.text) ||
    isOtherKind(read, clause) ||
    othersBusiness.test(sentence)
  )
    return false;
  if (
    !rates(read).every((rate) => isVolume(rate, sentence)) ||
    bindings(read).some((one) => isPastime(one, clause, sentence, workload))
  )
    return false;
  if (read.actions.every((action) => action.do === "replace") && unexplained(sentence.split(" ")).length > 0)
    return false;
  const counted = rates(read).map(({ noun }) => counts(noun, workload));
  const strange = unexplained(mainPart(clause.words)).length + counted.filter((known) => !known).length;
  const volume =
    counted.length > 0 && counted.every(Boolean) && rates(read).every(({ noun }) => noun !== "run" && noun !== "");
  if (read.named || volume) return strange <= strangersBesideField + (clause.supposes ? 1 : 0);
  if (goneWas.test(clause.text) || bindings(read).some(isBoast)) return false;
  if (ownBusiness.test(clause.text) || (needsProposal(read) && !isProposal(clause, sentence))) return false;
  return strange === 0 || (clause.supposes && strange <= 1);
}

/** "On finale night", "during the harvest season": when, in any words. */
const timePhrase =
  / (?:on|during|in|at|over|around|by|come|for) (?:(?:the|our) )?(?:[a-z]+ ){0,2}(?:night|days?|weeks?|weekends?|seasons?|months?|evenings?|mornings?|summer|winter|spring|autumn|hours?|sales?|launch)$/;

/** "60 KB now that we embed thumbnails", "700 ms once we call the registry": the reason may name anything. */
function mainPart(clause: readonly string[]): readonly string[] {
  const words = clause.join(" ").replace(timePhrase, "").split(" ");
  const reason = words.findIndex(
    (word, at) =>
      at > 0 &&
      (/^(?:once|because|since|when|while|after|as|due|thanks)$/.test(word) ||
        (word === "that" && words[at - 1] === "now")),
  );
  const rest = reason === -1 ? [] : words.slice(reason);
  return rest.some((word) => /[@$%#*!=]/.test(word)) || reason === -1 ? words : words.slice(0, reason);
}

/** "8 states is wrong" says what it is not. */
const judged =
  /[#%]\S+ (?:\S+ )?(?:is|are|was|were|sounds?|seems?|looks?) (?:far |way |just |a bit |a little )?(?:wrong|incorrect|not right|too \w+|(?:#\S+ )?too (?:many|much|few|little))$/;

/** "My inbox", "he runs": a person and their things, unless they are what is reviewed. */
const othersBusiness =
  /\b(?:(?:he|she|he's|she's|his|her|their|theirs)\b|(?:my|mine|myself)\b(?! (?:lambdas?|functions?|workload|service|app|application|api|system|team|guess|estimate|bad|mistake|boss|pm|steps?|data|numbers?|figures?|account|region|budget|requests?|traffic|@\S+|\$\S+)))/;

/** What a person says of themselves, where no field is named. An opinion or a wish about the workload is neither. */
const ownBusiness =
  /\b(?:i|i'll|i'm|i've|me)\b(?!'d (?:rather|like|prefer|say|go|use|want|love to|take|set|put|keep|try)\b)(?! (?:think|mean|meant|guess|believe|said|say|suppose|reckon|would say|assume|want))(?<!\b(?:show|give|tell|let) me)/;

/** "The download was 3 GB": what was is told, not supposed. */
const goneWas = /\b(?:was|were) [#%]/;
/** "A thousand times no": no load grows by that much in one step. */
const mostTimes = 200;

function isBoast({ kind, value }: Binding): boolean {
  return kind === "x" && value > mostTimes;
}

/** Names of places, products and times of day are words of everyday talk: alone they have to be proposed. */
function needsProposal(read: ClauseActions): boolean {
  return read.actions.every(
    (action) => action.do === "choose" || (action.do === "bind" && action.binding.kind === "hours"),
  );
}

function bindings(read: ClauseActions): readonly Binding[] {
  return read.actions.flatMap((action: Action) => (action.do === "bind" ? [action.binding] : []));
}

function rates(read: ClauseActions): readonly Binding[] {
  return bindings(read).filter(
    ({ field, kind }) => field === "rate" && (kind === "rate" || kind === "+rate" || kind.startsWith("per")),
  );
}

const money =
  /\b(?:budget|bill|cost|costs|price|prices|spend|pay|pays|paid|salary|revenue|charges?|invoice|rent|subscription|overdue|fee|fees|dollars|euros|money|invest\w*)\b/;

/** "A budget of 5k per month" counts money. */
function isVolume({ noun }: Binding, sentence: string): boolean {
  return noun !== "" || !money.test(sentence);
}

const longestRunMs = 86_400_000;
/** A bare time far from every run time of the workload is somebody's pause. */
const farFromRuns = 500;
/** A target so far above the work is a promise of people: "our SLA with them is 4 hours". */
const farFromTarget = 1_000;
const goneBy = /\b(?:i'll|i'd|quick|already|since|ago|been|so far|left|until|eta|late|gone|away|deploying|now)\b/;

/** Weeks are deadlines of people, not run times; "5 min already" is time that passed. */
function isPastime(
  { field, kind, value, op }: Binding,
  clause: Clause,
  sentence: string,
  { steps }: Workload,
): boolean {
  if (kind === "+ms" && Math.abs(value) > longestRunMs) return true;
  if (kind !== "ms" || op !== "set" || (field !== "duration" && field !== "target")) return false;
  if (value > longestRunMs) return true;
  const busyMs = steps.reduce((sum, { durationMs }) => sum + durationMs, 0);
  if (field === "target")
    return value > busyMs * farFromTarget && !(clause.supposes && clause.words.includes("@target"));
  if (clause.words.some((word) => /^(?:@|\$|%add|perunit)/.test(word))) return false;
  const far = clause.supposes ? farFromRuns * 10 : farFromRuns;
  const outside = steps.every(({ durationMs }) => value > durationMs * far || value * far < durationMs);
  return outside || (!clause.supposes && goneBy.test(sentence.replace(/ now$/, "")));
}

const otherRates =
  /\b(?:mortgage|hourly|heart|sampling|refresh|strike|occupancy|click|pay|birth|death|cash|flat|completion|approval|burn|error|exchange|conversion|bounce|interest|tax|failure|success|retry|churn|open|response|reply) @rate\b|@response @rate\b|@discount .*\b(?:code|coupon|voucher|promo)\b|\b(?:code|coupon|voucher|promo)\b.*@discount/;
const rescheduled = /\b(?:move|moved|shift|shifted|push|pushed|postpone|reschedul\w*)\b/;

/** "Growth of 300 % in memes", "30 % off at the bookshop": the last word says of what. */
const growthOf =
  /@growth (?:of )?#\S+ (?:in|of|for) ([a-z]+)$|@discount (?:(?:at|on|from|in|for) )?(?:(?:the|my|all) )?((?!list)[a-z]+)$/;
/** Logs and mails are kept by law, not between steps. */
const otherKept =
  /@retention (?:\S+ )*(?:logs?|mails?|emails?|backups?|receipts|paperwork|tapes)\b|\b(?:logs?|mails?|emails?|backups?|receipts|paperwork|tapes) .*@retention/;

/** Whoever asks a supplier for a discount is no part of the workload. */
const theirDiscount =
  /\b(?:customers?|clients?|buyers?|they|users|sales) (?:\S+ )?(?:wants?|asks?|demands?|gets?|needs?|expects?) .*@discount/;

/** "Burn rate", "move it from 3 to 4pm": rates and hours of another kind. */
function isOtherKind(read: ClauseActions, clause: Clause): boolean {
  const hours = bindings(read).some(({ kind }) => kind === "hours");
  const [, grown, cheaper] = growthOf.exec(clause.text) ?? [];
  const of = grown ?? cheaper;
  if (otherKept.test(clause.text) || (of !== undefined && unexplained([of]).length > 0)) return true;
  return otherRates.test(clause.text) || theirDiscount.test(clause.text) || (hours && rescheduled.test(clause.text));
}

/** A rate counts the workload's own units, or things any workload counts. */
function counts(noun: string, { unitOfWork, name, steps }: Workload): boolean {
  const own = [unitOfWork, name, ...steps.map((step) => step.name)].flatMap(wordsOf);
  return noun === "" || commonNouns.has(noun) || own.includes(noun);
}
