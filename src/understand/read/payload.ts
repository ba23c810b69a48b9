import { addFact, type Facts, rangeOf } from "#src/understand/facts.ts";
import { isMark, isQuantity, isWord, type Quantity } from "#src/understand/lex/lexeme.ts";
import { findWord, hasLeft, hasRight, leftOf, placesOf, rightOf } from "#src/understand/passage/context.ts";
import { claim, evidence, isFree, type Passage } from "#src/understand/passage/passage.ts";
import { readPeriod } from "#src/understand/phrases/rate.ts";
import { wordSet } from "#src/understand/word-set.ts";

const monthMs = 730 * 3_600_000;

export const memoryWords = wordSet("memory heap lambda function");
const outWords = wordSet("egress outbound outgoing internet cdn download downloads downstream out");
const responseWords = wordSet("response down return returns returned reply answer answers out outgoing output sends");
const requestWords = wordSet(
  "size request payload message event record msg in input incoming inbound body item log line each reading telemetry ping update document notification webhook mail order call",
);
const notPayload = wordSet(
  "memory model weights weight layer package dataset table database db disk storage index cache tmp ephemeral bucket volume backup archive container image binary jar zip",
);

/** "300 GB/month to the internet", "egress=2TB/month": GB a month. */
function readEgress(passage: Passage, facts: Facts, at: number, size: Quantity): boolean {
  const out =
    hasLeft(passage, at, outWords, "bracket", 6) ||
    hasRight(passage, at, wordSet("egress outbound internet out"), "bracket", 8);
  if (!out || size.value < 1) return false;
  const period = periodAfter(passage, at);
  const keyed = hasLeft(passage, at, wordSet("egress"), "bracket", 4);
  if (period === null && !keyed) return false;
  if (period === null && size.value < 1024) return false;
  const perMonth = period === null ? 1 : monthMs / period.ms;
  const to = period === null ? at : period.to;
  claim(passage, at, to, "egress");
  addFact(facts, {
    path: "egressGbPerMonth",
    value: (size.value / 1024) * perMonth,
    origin: "stated",
    evidence: evidence(passage, at, to),
    ...rangeOf(size, perMonth / 1024),
  });
  return true;
}

/** The period right of a size: "/month", "per day", "a month", "monthly". */
export function periodAfter(passage: Passage, at: number): { ms: number; to: number } | null {
  for (const here of rightOf(passage, at, "bracket", 6)) {
    const lexeme = passage.lexemes[here];
    if (isQuantity(lexeme)) return null;
    if (isWord(lexeme, "monthly")) return { ms: monthMs, to: here };
    if (isWord(lexeme, "daily")) return { ms: 86_400_000, to: here };
    if (!isMark(lexeme, "/") && !isWord(lexeme, "per", "a", "each", "every")) continue;
    const period = readPeriod(passage.lexemes, here + 1, isMark(lexeme, "/"));
    if (period !== null) return { ms: period.ms, to: period.next - 1 };
  }
  return null;
}

type Side = "request" | "response";

/** "Request/response: 8 KB / 30 KB": two ways named side by side, two sizes in the same order. */
function pairedSide(passage: Passage, at: number): Side | null {
  const { lexemes } = passage;
  const first = isMark(lexemes[at + 1], "/", "and", ",") && isQuantity(lexemes[at + 2], "size");
  const second = isMark(lexemes[at - 1], "/", ",") && isQuantity(lexemes[at - 2], "size");
  if (!first && !second) return null;
  const sides = leftOf(passage, second ? at - 2 : at, "bracket", 6).flatMap((here) => tells(passage, here) ?? []);
  const [later, earlier] = sides;
  if (later === undefined || earlier === undefined || later === earlier) return null;
  return first ? earlier : later;
}

/** Which way a size goes, from the nearest word that tells. */
function sideOf(passage: Passage, at: number): Side | null {
  const right = rightOf(passage, at, "phrase", 3).find((here) => tells(passage, here));
  const left = leftOf(passage, at, "bracket", 6).find(
    (here) => tells(passage, here) || isQuantity(passage.lexemes[here], "size"),
  );
  const rightSide = right === undefined ? null : tells(passage, right);
  const leftSide = left === undefined || isQuantity(passage.lexemes[left]) ? null : tells(passage, left);
  // "payload in 2KB": the way is said beside the general word.
  if (leftSide === "request" && hasLeft(passage, at, wordSet("out response returns"), "phrase", 2)) return "response";
  return rightSide ?? leftSide;
}

function tells(passage: Passage, at: number): Side | null {
  const lexeme = passage.lexemes[at];
  if (lexeme?.kind !== "word") return null;
  if (responseWords.has(lexeme.lemma)) return "response";
  return requestWords.has(lexeme.lemma) ? "request" : null;
}

/** "Around 1 KB" behind a message that was just spoken of. */
function followsItem(passage: Passage, at: number, unit: string | null): boolean {
  const sentence = leftOf(passage, at, "sentence", 14);
  const items = unit === null ? requestWords : new Set([...requestWords, unit]);
  return findWord(passage, sentence, items) !== undefined;
}

function isPayload(passage: Passage, at: number, size: Quantity, unit: string | null): Side | null {
  if (hasRight(passage, at, notPayload, "phrase", 2) || hasLeft(passage, at, memoryWords, "phrase", 2)) return null;
  if (isMark(passage.lexemes[at - 1], "@")) return null;
  const side = pairedSide(passage, at) ?? sideOf(passage, at);
  const small = size.unit === "kb" || size.unit === "bytes";
  if (side !== null && (small || isNamedPayload(passage, at))) return side;
  if (!small) return null;
  return followsItem(passage, at, unit) || (unit !== null && hasRight(passage, at, wordSet(unit), "phrase", 2))
    ? "request"
    : null;
}

/** A megabyte is a payload only where payload, body, request or response is said beside it. */
function isNamedPayload(passage: Passage, at: number): boolean {
  const named = wordSet("payload body request response upload message");
  return (
    hasRight(passage, at, named, "phrase", 1) || hasLeft(passage, at, wordSet("payload body response"), "phrase", 3)
  );
}

/** States egress and the sizes of requests and responses; what is left may be memory. */
export function readPayload(passage: Passage, facts: Facts, unit: string | null): void {
  for (const [at, lexeme] of passage.quantities) {
    if (!isQuantity(lexeme, "size") || !isFree(passage, at) || lexeme.value <= 0) continue;
    if (readEgress(passage, facts, at, lexeme)) continue;
    if (periodAfter(passage, at) !== null && lexeme.value >= 1024) continue;
    const side = isPayload(passage, at, lexeme, unit);
    if (side === null) continue;
    claim(passage, at, at, "payload");
    const path = side === "request" ? "entry.requestKb" : "entry.responseKb";
    const kb = lexeme.value * 1024;
    addFact(facts, {
      path,
      value: kb,
      origin: "stated",
      evidence: evidence(passage, at, at),
      ...rangeOf(lexeme, 1024),
    });
  }
}

/** Open connections of a websocket: "50,000 concurrent connections". */
export function readConnections(passage: Passage, facts: Facts): void {
  if (placesOf(passage, "websocket", "socket", "connection").length === 0) return;
  for (const at of placesOf(passage, "connection", "websocket", "socket", "client")) {
    const number = [at - 1, at - 2, at - 3, at - 4].find((here) => isQuantity(passage.lexemes[here], "number"));
    const quantity = number === undefined ? undefined : passage.lexemes[number];
    const usable = number !== undefined && (isFree(passage, number) || passage.claims[number] === "rate");
    if (number === undefined || !isQuantity(quantity, "number") || !usable || quantity.value < 2) continue;
    if (passage.lexemes.slice(number + 1, at).some((word) => word.kind !== "word" || isWord(word, "per", "and")))
      continue;
    const database =
      hasLeft(passage, at, wordSet("database db postgres mysql pool rds redis"), "comma", 6) ||
      hasRight(passage, at, wordSet("pool database db"), "bracket", 4);
    const open =
      isWord(passage.lexemes[at], "websocket", "connection", "socket") || placesOf(passage, "websocket").length > 0;
    if (database || !open) continue;
    addFact(facts, {
      path: "entry.connections",
      value: quantity.value,
      origin: "stated",
      evidence: evidence(passage, number, at),
      ...rangeOf(quantity),
    });
    return;
  }
}
