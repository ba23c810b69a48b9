import { isMark, isQuantity, isWord, wordsOf } from "#src/understand/lex/lexeme.ts";
import type { Passage } from "#src/understand/passage/passage.ts";
import { wordSet } from "#src/understand/word-set.ts";
import type { Group } from "./groups.ts";

/** Words around a figure that name no step. */
const noName = wordSet(
  "a an the one it its we our they this that these those each every all is are was be at in for of to on with and or then next first second third fourth last finally lastly step lambda function stage phase task run takes take taking needs need uses use using runs running about some only just also usually normally average typical maybe roughly around like duration time memory ms s mb gb cpu after before which who per so has have had gets get does do did will would can could now here there than from into through by same both as name i.e e.g more less another new second ordinal long there's it's that's single call invocation execution unit work wall total mean median peak burst baseline averaging steady window",
);
const alternatives = wordSet(
  "sometimes otherwise worst best max min cold warm usually average peak normal now before old new median slow fast typical then occasionally",
);

/** Longest name kept, in words. */
const longestName = 6;

/** The words of a stretch that can be a name, trimmed of fillers on both sides. */
function nameIn(passage: Passage, from: number, to: number): string {
  let first = from;
  let last = to;
  const fills = (at: number): boolean => {
    const lexeme = passage.lexemes[at];
    return lexeme === undefined || lexeme.kind !== "word" || noName.has(lexeme.lemma);
  };
  while (first <= last && fills(first)) first += 1;
  while (last >= first && fills(last)) last -= 1;
  if (last < first) return "";
  const start = Math.max(first, last - longestName + 1);
  const inner = passage.lexemes.slice(start, last + 1);
  const cut = inner.findLastIndex(
    (lexeme) => lexeme.kind === "quantity" || lexeme.kind === "break" || isMark(lexeme, ":", ";", ",", "="),
  );
  const begin = start + cut + 1;
  const head = passage.lexemes[begin];
  const tail = passage.lexemes[last];
  if (head === undefined || tail === undefined) return "";
  return wordsOf(passage.text, { start: head.start, end: tail.end }).slice(0, 60);
}

/** Name of a step: the words before its duration, else those behind ("80 ms for validation"). */
export function stepName(passage: Passage, group: Group): string {
  const before = nameIn(passage, group.from, group.anchor.at - 1);
  if (before !== "") return before;
  const next = passage.lexemes[group.anchor.at + 1];
  const behind = isWord(next, "for", "to", "in", "on", "per") || isMark(next, ":", "(", "-");
  return behind ? nameIn(passage, group.anchor.at + 1, group.to) : "";
}

/** True for "sometimes", "cold", "worst case": another time for the same step, not another step. */
export function isAlternative(name: string): boolean {
  return name
    .toLowerCase()
    .split(/\s+/)
    .some((word) => alternatives.has(word));
}

/** A number that counts several of the step: "three detectors (100 ms each)". */
export function multiplicity(passage: Passage, group: Group): { value: number; at: number } | null {
  for (let at = group.from; at < group.anchor.at; at += 1) {
    const lexeme = passage.lexemes[at];
    if (!isQuantity(lexeme, "number", "times") || passage.claims[at] !== null) continue;
    const next = passage.lexemes[at + 1];
    const counts = next?.kind === "word" || (isQuantity(lexeme, "times") && at + 1 === group.anchor.at);
    if (counts && Number.isInteger(lexeme.value) && lexeme.value >= 2 && lexeme.value <= 1000)
      return { value: lexeme.value, at };
  }
  return null;
}

/** "10% of orders also go to review (2 s)": the share of units that reach the step. */
export function reachShare(passage: Passage, group: Group): { value: number; at: number } | null {
  for (let at = group.from; at <= group.to; at += 1) {
    const lexeme = passage.lexemes[at];
    if (!isQuantity(lexeme, "percent") || passage.claims[at] !== null || lexeme.value <= 0 || lexeme.value > 1)
      continue;
    const next = passage.lexemes[at + 1];
    if (isWord(next, "of", "only") || at < group.anchor.at) return { value: lexeme.value, at };
  }
  return null;
}
