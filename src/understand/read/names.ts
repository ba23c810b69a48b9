import { addFact, type Facts } from "#src/understand/facts.ts";
import { isMark, isQuantity, isWord, type Word, wordsOf } from "#src/understand/lex/lexeme.ts";
import { designNouns, unitNouns } from "#src/understand/nouns.ts";
import { placesOf } from "#src/understand/passage/context.ts";
import { evidence, type Passage } from "#src/understand/passage/passage.ts";
import { wordSet } from "#src/understand/word-set.ts";
import { timedNoun } from "./timed-noun.ts";

const prose = wordSet(
  "we our the i my this that it is are have has hello hi dear ok so hey there please can should is currently guten bonjour buenos hola hallo ciao good morning afternoon folks team okay alright right um uh er quick well basically think was were be can will need needs you they he she averaging average peak",
);
const longestLead = 6;

/** Value of `name=thumbs` or `workload: order pipeline`; null where no such key opens a phrase. */
function keyed(passage: Passage, keys: ReadonlySet<string>): { text: string; lemma: string; evidence: string } | null {
  for (const [at, lexeme] of passage.lexemes.entries()) {
    if (lexeme.kind !== "word" || !keys.has(lexeme.lemma) || !isMark(passage.lexemes[at + 1], "=", ":")) continue;
    let to = at + 2;
    while (passage.lexemes[to + 1]?.kind === "word" && (passage.boundaries[to + 1] ?? 0) === 0 && to < at + 7) to += 1;
    const first = passage.lexemes[at + 2];
    const last = passage.lexemes[to];
    if (first?.kind !== "word" || last?.kind !== "word") continue;
    const text = wordsOf(passage.text, { start: first.start, end: last.end });
    return { text, lemma: last.lemma, evidence: evidence(passage, at, to) };
  }
  return null;
}

/** The words that open the text, where they name the thing: "img resize, 300rps", "webhook receiver: ...". */
function lead(passage: Passage): { text: string; noun: string | null } | null {
  let to = -1;
  for (const [at, lexeme] of passage.lexemes.entries()) {
    if (at > 0 && ((passage.boundaries[at] ?? 0) >= 2 || isMark(lexeme, ":", ",", "("))) break;
    if (
      isQuantity(lexeme) ||
      lexeme.kind === "region" ||
      (lexeme.kind === "mark" && !isMark(lexeme, "-", "*", "•", "#"))
    )
      break;
    if (lexeme.kind === "word") to = at;
  }
  const words = passage.lexemes.slice(0, to + 1).filter((lexeme) => lexeme.kind === "word");
  const first = words[0];
  const last = words.at(-1);
  const isProse = words.some((word) => prose.has(word.lemma));
  if (first === undefined || last === undefined || words.length > longestLead || isProse) return null;
  const known = words.findLast((word) => unitNouns.has(word.lemma));
  const plural = words.findLast((word) => isPlural(word) && !designNouns.has(word.lemma));
  const noun = known?.lemma ?? plural?.lemma ?? objectOfAgent(words) ?? null;
  return { text: wordsOf(passage.text, { start: first.start, end: last.end }), noun };
}

function isPlural(word: Word): boolean {
  return /[^su]s$/i.test(word.text) && word.lemma !== word.text.toLowerCase();
}

const noAgents = wordSet(
  "server order user container folder customer docker cluster number computer processor center counter year other weather paper newsletter letter water",
);

/** "sms otp sender", "pdf generator": what the agent works on. */
function objectOfAgent(words: readonly { lemma: string; text: string }[]): string | null {
  const at = words.findIndex(
    ({ lemma }, index) => index > 0 && lemma.length > 5 && /(?:er|or)$/.test(lemma) && !noAgents.has(lemma),
  );
  return words[at - 1]?.lemma ?? null;
}

/** "Each message goes to a model": what comes one at a time. */
function eachNoun(passage: Passage): string | null {
  for (const [at, lexeme] of passage.lexemes.entries()) {
    const next = passage.lexemes[at + 1];
    if (isWord(lexeme, "each", "every", "per", "single") && next?.kind === "word" && unitNouns.has(next.lemma))
      return next.lemma;
  }
  return null;
}

/** The unit as people write it: "mails" is "mail", "emails" is "email". */
function spelled(passage: Passage, lemma: string): string {
  const written = passage.lexemes.find((lexeme) => isWord(lexeme, lemma));
  if (lemma !== "mail" || written?.kind !== "word") return lemma;
  return /^e-?mail/i.test(written.text) ? "email" : "mail";
}

/** States the name and the unit of work where the words give them; `counted` is the noun of the rate. */
export function readNames(passage: Passage, facts: Facts, counted: string | null): void {
  const name = keyed(passage, wordSet("name workload service project title app application"));
  const opening = lead(passage);
  if (name !== null)
    addFact(facts, { path: "name", value: name.text.slice(0, 80), origin: "stated", evidence: name.evidence });
  else if (opening !== null)
    addFact(facts, { path: "name", value: opening.text.slice(0, 80), origin: "inferred", evidence: opening.text });
  const unit = keyed(passage, wordSet("unit units unitofwork"));
  if (unit !== null) {
    addFact(facts, { path: "unitOfWork", value: unit.text.toLowerCase(), origin: "stated", evidence: unit.evidence });
    return;
  }
  // "3.2 million times a day" counts runs of whatever the duration is said for.
  const said = counted === "run" ? (timedNoun(passage) ?? counted) : counted;
  const named =
    name === null ? undefined : passage.lexemes.findLast((lexeme) => isWord(lexeme, name.lemma) && isPlural(lexeme));
  const noun =
    said ??
    timedNoun(passage) ??
    eachNoun(passage) ??
    opening?.noun ??
    (named === undefined ? undefined : name?.lemma) ??
    (placesOf(passage, "request", "api", "endpoint").length > 0 ? "request" : null);
  if (noun !== null)
    addFact(facts, { path: "unitOfWork", value: spelled(passage, noun), origin: "inferred", evidence: noun });
}
