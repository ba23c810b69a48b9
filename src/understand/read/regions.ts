import { addFact, addNote, type Facts } from "#src/understand/facts.ts";
import { isMark, isWord, type RegionName } from "#src/understand/lex/lexeme.ts";
import { leftOf, rightOf } from "#src/understand/passage/context.ts";
import { claim, evidence, type Passage } from "#src/understand/passage/passage.ts";
import { wordSet } from "#src/understand/word-set.ts";

/** Words that make a place something else than where the workload runs. */
const elsewhere = wordSet(
  "backup backups ignore dr failover replica replicated mirror customer user people team office hq headquarter colleague based living shops stores students visitors audience left leaving old decommissioned unlike not except born cousin trip conference holiday",
);
/** Words that say another copy runs there. */
const minor = wordSet("test sandbox staging development other");
/** Words that say the workload runs there. */
const hosting = wordSet(
  "production region run running runs runing host hosted hosting deploy deployed account everything stack live lives sit sits aws datacenter zone located use using infra infrastructure keep target move migrate",
);

interface Mention {
  place: RegionName;
  at: number;
  score: number;
}

function score(passage: Passage, at: number, place: RegionName): number {
  const words = segmentOf(passage, at).flatMap((here) => {
    const lexeme = passage.lexemes[here];
    return lexeme?.kind === "word" ? [lexeme.lemma] : [];
  });
  const near = leftOf(passage, at, "comma", 4).map((here) => passage.lexemes[here]);
  let points = place.precision === "code" || place.precision === "unknown" ? 3 : 1;
  if (words.some((word) => hosting.has(word))) points += 2;
  if (words.some((word) => elsewhere.has(word))) points -= 5;
  const secondAccount = words.includes("second") && words.includes("account");
  if (secondAccount || words.some((word) => minor.has(word))) points -= 3;
  const past = near.some((word, index) => isWord(word, "to") && isWord(near[index + 1], "used"));
  if (past) points -= 5;
  if (near.slice(0, 2).some((word) => isWord(word, "from")) && !words.includes("run")) points -= 3;
  return points;
}

/** The clause around a place, cut at "and" and "but": "used to be in Oregon and we moved it to Ohio". */
function segmentOf(passage: Passage, at: number): number[] {
  const parts = (here: number) =>
    isWord(passage.lexemes[here], "and", "but") || isMark(passage.lexemes[here], "+", "/");
  const left = leftOf(passage, at, "bracket", 60);
  const right = rightOf(passage, at, "bracket", 60);
  const leftEnd = left.findIndex(parts);
  const rightEnd = right.findIndex(parts);
  return [...(leftEnd < 0 ? left : left.slice(0, leftEnd)), ...(rightEnd < 0 ? right : right.slice(0, rightEnd))];
}

const precisionOrder = ["code", "city", "country", "area", "unknown"];

/**
 * States the region. A code or city is taken as said, a country as its main region, and an area ("eu") only as an
 * assumption. Places that are something else (customers, backups) do not count; two regions are named.
 */
export function readRegion(passage: Passage, facts: Facts): RegionName | null {
  const mentions = passage.lexemes.flatMap((lexeme, at): Mention[] =>
    lexeme.kind === "region" ? [{ place: lexeme, at, score: score(passage, at, lexeme) }] : [],
  );
  const fitting = mentions
    .filter((mention) => mention.score > 0)
    .sort(
      (left, right) =>
        right.score - left.score ||
        precisionOrder.indexOf(left.place.precision) - precisionOrder.indexOf(right.place.precision) ||
        left.at - right.at,
    );
  const [chosen] = fitting;
  if (chosen === undefined) return null;
  const said = evidence(passage, chosen.at);
  claim(passage, chosen.at, chosen.at, "region");
  stateRegion(facts, chosen.place, said);
  const other = fitting.find(
    (mention) => mention.place.code !== chosen.place.code && mention.score >= chosen.score - 1,
  );
  if (other !== undefined && other.place.precision !== "area") {
    addNote(
      facts,
      "contradiction",
      `Two regions: "${said}" and "${evidence(passage, other.at)}". ${chosen.place.code} is used.`,
      "region",
    );
  }
  return chosen.place;
}

function stateRegion(facts: Facts, place: RegionName, said: string): void {
  const fact = { path: "region", value: place.code, evidence: said };
  switch (place.precision) {
    case "code":
    case "city":
    case "unknown":
      addFact(facts, { ...fact, origin: "stated" });
      return;
    case "country":
      addFact(facts, { ...fact, origin: "inferred" });
      return;
    case "area":
      addFact(facts, { ...fact, origin: "assumed", evidence: `"${said}" leaves several regions open` });
      addNote(facts, "ambiguous", `"${said}" names no single region; ${place.code} is assumed.`, "region");
  }
}
