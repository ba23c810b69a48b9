import type { OriginKind } from "#src/model/workload.ts";
import type { Quantity } from "#src/understand/lex/lexeme.ts";

export type FactValue = string | number | boolean | null;

/** One leaf of the workload as read from the text. */
export interface Fact {
  path: string;
  value: FactValue;
  origin: OriginKind;
  /** The words it came from. */
  evidence: string;
  low?: number;
  high?: number;
}

/** Something the person should know about the reading. */
export interface ReadingNote {
  code:
    | "contradiction"
    | "unread"
    | "ambiguous"
    | "converted"
    | "approximate"
    | "unpriced"
    | "not-modelled"
    | "secret"
    | "truncated"
    | "ignored";
  text: string;
  path?: string;
}

/** What the readers have found so far. The first fact for a path stands; later ones that differ become notes. */
export interface Facts {
  readonly byPath: Map<string, Fact>;
  readonly notes: ReadingNote[];
}

export function newFacts(): Facts {
  return { byPath: new Map(), notes: [] };
}

/** Adds a fact. A path that is already taken keeps its first value, and a different second one is named. */
export function addFact(facts: Facts, fact: Fact): void {
  const earlier = facts.byPath.get(fact.path);
  if (earlier === undefined) {
    facts.byPath.set(fact.path, fact);
    return;
  }
  if (earlier.value === fact.value || fact.origin === "assumed") return;
  const text = `Two values: "${earlier.evidence}" and "${fact.evidence}". The first is used.`;
  facts.notes.push({ code: "contradiction", path: fact.path, text });
}

export function addNote(facts: Facts, code: ReadingNote["code"], text: string, path?: string): void {
  if (facts.notes.some((note) => note.text === text)) return;
  facts.notes.push(path === undefined ? { code, text } : { code, text, path });
}

/** Low and high of a number that was given as a range or hedged, scaled like the value was. */
export function rangeOf(quantity: Quantity, scale = 1): { low?: number; high?: number } {
  if (quantity.low === null || quantity.high === null) return {};
  return { low: quantity.low * scale, high: quantity.high * scale };
}
