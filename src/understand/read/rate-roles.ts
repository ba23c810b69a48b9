import { isMark, isQuantity, isWord } from "#src/understand/lex/lexeme.ts";
import { leftOf, rightOf } from "#src/understand/passage/context.ts";
import type { Passage } from "#src/understand/passage/passage.ts";
import { wordSet } from "#src/understand/word-set.ts";

/** What a number is about, from the words around it. */
export type RateRole = "mean" | "now" | "peak" | "occasion" | "old" | "future" | "limit" | "low" | "plain";

/** Times at which more comes than usual: a peak where another rate is the ordinary one. */
export const occasionWords = wordSet(
  "during vacation vacations vacances exam exams sometimes occasionally christmas xmas holiday holidays sale sales promo promotion promotions launch lunch lunchtime campaign evening season festival diwali ramadan summer monday tuesday wednesday thursday friday saturday sunday morning afternoon january february april june july august september october november december winter spring autumn tournament derby event deadline weekend payday noon kickoff januar februar marz mai juni juli oktober dezember janvier fevrier avril juin juillet septembre octobre novembre decembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre monatsende quartalsende jahresende sommer winter ete hiver verano invierno jan feb apr jun jul aug sep sept oct nov dec",
);

const cues: readonly (readonly [RateRole, ReadonlySet<string>])[] = [
  [
    "limit",
    wordSet(
      "quota allow allows limit cap capped throttle throttled throttling raised allowance ceiling handled loadtest",
    ),
  ],
  ["old", wordSet("previously formerly originally initially earlier was were used past old")],
  [
    "peak",
    wordSet(
      "peak spike burst max busiest busy heaviest highest surge worst top storm rush flash reach reaches jump jumps jumped hit climb climbs exceed spikes",
    ),
  ],
  ["occasion", occasionWords],
  ["low", wordSet("quiet idle minimum min lowest off-peak offpeak trough night nights")],
  ["now", wordSet("now today currently nowadays present presently")],
  [
    "mean",
    wordSet(
      "average normal baseline constant sustained base otherwise ordinary mostly calm everyday midday middle background rest remaining",
    ),
  ],
  [
    "future",
    wordSet(
      "expect expected expecting forecast plan planned planning hope hoping anticipate project projected target eventually future estimate estimated soon",
    ),
  ],
];

function roleOfWord(lemma: string): RateRole | undefined {
  return cues.find(([, words]) => words.has(lemma))?.[0];
}

/** "Up to", "as many as", "at most", "no more than", "can be": the words that make a number a maximum. */
function saysMaximum(passage: Passage, at: number): boolean {
  const words = leftOf(passage, at, "bracket", 5).map((here) => passage.lexemes[here]);
  const [first, second, third] = words;
  if (isWord(first, "upto")) return true;
  if (isWord(first, "to") && isWord(second, "up")) return true;
  if (isWord(first, "as") && (isWord(second, "many", "high", "much") || isWord(third, "as"))) return true;
  if (isWord(first, "most", "worst") && isWord(second, "at")) return true;
  if (isWord(first, "than") && isWord(second, "more") && isWord(third, "no", "never")) return true;
  const might = words.findIndex((word) => isWord(word, "can", "could", "may", "might"));
  const verb = words.slice(0, Math.max(might, 0));
  return (
    might >= 0 &&
    might <= 4 &&
    verb.some((word) =>
      isWord(word, "be", "reach", "hit", "go", "get", "become", "see", "climb", "rise", "jump", "arrive"),
    )
  );
}

/** A cue right of the number is its own unless the next number is nearer to it. */
function rightRole(passage: Passage, at: number): RateRole | undefined {
  if (isWord(passage.lexemes[at + 1], "when", "whenever", "during", "if")) return "occasion";
  for (const here of rightOf(passage, at, "bracket", 7)) {
    const lexeme = passage.lexemes[here];
    if (isQuantity(lexeme)) return undefined;
    if (lexeme?.kind !== "word") continue;
    if (["and", "but", "or"].includes(lexeme.lemma)) return undefined;
    if (isLater(passage, here)) return "future";
    if (lexeme.lemma === "before" && here === at + 1 && (passage.boundaries[here + 1] ?? 4) >= 2) return "old";
    // "160/s reach the Lambda": these verbs make a maximum of what follows them, not of what stands before.
    const verb = ["reach", "reaches", "hit", "climb", "climbs", "jump", "jumps", "jumped", "exceed"].includes(
      lexeme.lemma,
    );
    const role = isBlackFriday(passage, here) ? "peak" : verb ? undefined : roleOfWord(lexeme.lemma);
    const next = passage.lexemes[here + 1];
    const nextIsFigure = isQuantity(next) || isWord(next, "is", "of", "about", "to", "at", "up");
    const followed = isQuantity(next) || (nextIsFigure && isQuantity(passage.lexemes[here + 2]));
    if (role !== undefined && role !== "old" && !followed) return role;
  }
  return undefined;
}

/** "After a year", "in two years", "within 6 months", "by next year". */
function isLater(passage: Passage, at: number): boolean {
  const { lexemes } = passage;
  if (!isWord(lexemes[at], "after", "in", "within", "by")) return false;
  const next = lexemes[at + 1];
  // "In three months" may be a period that has passed; "after three months" has not come.
  const long = isWord(lexemes[at], "after", "by") ? ["month", "year"] : ["year"];
  if (isQuantity(next, "duration")) return long.includes(next.unit);
  return isWord(next, "a", "one", "next") && isWord(lexemes[at + 2], "year", "quarter");
}

/** True when a figure stands left of "and": the words before it are that figure's. */
function hasFigure(passage: Passage, at: number): boolean {
  return leftOf(passage, at, "comma", 14).some((here) => isQuantity(passage.lexemes[here], "rate", "number", "times"));
}

/** "Before the launch they had 5": the word opens the clause. */
function opensClause(passage: Passage, at: number): boolean {
  return (passage.boundaries[at] ?? 0) >= 2 || isWord(passage.lexemes[at - 1], "and", "but", "so");
}

/** "Month end", "end of the quarter". */
function isEndOfPeriod(passage: Passage, at: number): boolean {
  const { lexemes } = passage;
  const behind = isWord(lexemes[at + 1], "of") ? (isWord(lexemes[at + 2], "the") ? at + 3 : at + 2) : null;
  return [at - 1, behind].some((here) => here !== null && isWord(lexemes[here], "month", "quarter", "year", "week"));
}

/** "peak hour: 30" is a key; "flash sale checkout: 30" a title, which says nothing of the figure. */
function isShortKey(passage: Passage, colon: number): boolean {
  const words = leftOf(passage, colon, "phrase", 4).filter((here) => passage.lexemes[here]?.kind === "word");
  return words.filter((here) => !isWord(passage.lexemes[here], "on", "the", "at", "in")).length <= 2;
}

const articles = ["the", "our", "lambda", "function", "us", "origin", "it"];

/** True for a word right behind one figure, where the figure at `at` has a word of this kind right behind it too. */
function isBehindFigures(passage: Passage, word: number, at: number): boolean {
  const { lexemes } = passage;
  const own = lexemes[at + 1];
  return (
    word === at - 1 && isQuantity(lexemes[word - 1]) && own?.kind === "word" && roleOfWord(own.lemma) !== undefined
  );
}

function leftRole(passage: Passage, at: number): RateRole | undefined {
  for (const here of leftOf(passage, at, "bracket", 9)) {
    const lexeme = passage.lexemes[here];
    if (lexeme?.kind === "quantity" && ["rate", "number", "times"].includes(lexeme.dimension)) return undefined;
    // "700 rps baseline / 9k rps": the word before the slash is the other figure's.
    if (lexeme?.kind === "mark" && lexeme.text === "/") return undefined;
    if (isMark(lexeme, ":") && !isShortKey(passage, here)) return clauseBefore(passage, at);
    if (lexeme?.kind !== "word") continue;
    if (["and", "but", "or"].includes(lexeme.lemma) && hasFigure(passage, here)) return undefined;
    if (lexeme.lemma === "before" && opensClause(passage, here)) return "old";
    // "What reaches the Lambda is 120": there the verb says where it goes, not how high.
    const arrives = isWord(lexeme, "reach", "reaches", "hit") && isWord(passage.lexemes[here + 1], ...articles);
    const role = arrives ? undefined : roleOfWord(lexeme.lemma);
    // "30k qps avg 70k peak": each figure has its word behind it.
    if (role !== undefined && isBehindFigures(passage, here, at)) return undefined;
    // "It was 40 a second" is no past when nothing newer is said; the choice among rates decides.
    if (role !== undefined) return role;
    if (isWord(lexeme, "test") && isWord(passage.lexemes[here - 1], "load", "stress", "soak", "performance"))
      return "limit";
    if (isWord(lexeme, "end", "start", "beginning") && isEndOfPeriod(passage, here)) return "occasion";
    if (isWord(lexeme, "other") && isWord(passage.lexemes[here + 1], "time", "day", "hour")) return "mean";
    if (isBlackFriday(passage, here)) return "peak";
  }
  return clauseBefore(passage, at);
}

/** "There was a spike once, 200 per second": a clause without a figure of its own speaks of the next one. */
function clauseBefore(passage: Passage, at: number): RateRole | undefined {
  const own = leftOf(passage, at, "bracket", 20);
  if (own.length > 2) return undefined;
  const before = leftOf(passage, at, "comma", 12).slice(own.length);
  if (before.some((here) => passage.lexemes[here]?.kind === "quantity")) return undefined;
  const peak = before.some((here) => {
    const lexeme = passage.lexemes[here];
    return lexeme?.kind === "word" && roleOfWord(lexeme.lemma) === "peak";
  });
  return peak ? "peak" : undefined;
}

/** "Black Friday", "Cyber Monday", "Prime Day", "Singles Day". */
function isBlackFriday(passage: Passage, at: number): boolean {
  return (
    isWord(passage.lexemes[at], "friday", "monday", "day") &&
    isWord(passage.lexemes[at - 1], "black", "cyber", "prime", "single", "singles", "payday", "match", "election")
  );
}

/** The role of a number that stands at `at` and whose phrase ends at `to`. */
export function rateRole(passage: Passage, at: number, to: number): RateRole {
  if (saysMaximum(passage, at)) return "peak";
  return leftRole(passage, at) ?? rightRole(passage, to) ?? "plain";
}
