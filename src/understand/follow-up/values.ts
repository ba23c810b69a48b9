import type { Clause } from "./clauses.ts";
import { fieldOf } from "./field-tokens.ts";
import { readQuantityToken } from "./tokens.ts";

/** A quantity, factor or difference of a clause, and where it stands. */
export interface Value {
  op: "set" | "scale" | "add";
  kind: string;
  value: number;
  noun: string;
  unit: number;
  at: number;
}

/** The value token at a place; null for any other word. */
export function valueAt(words: readonly string[], at: number): Value | null {
  const word = words[at] ?? "";
  const factor = /^\*(-?[\d.e+-]+)$/.exec(word);
  if (factor !== null) return { op: "scale", kind: "factor", value: Number(factor[1]), noun: "", unit: 1, at };
  const quantity = readQuantityToken(word);
  if (quantity === null || !Number.isFinite(quantity.value)) return null;
  return { op: quantity.kind.startsWith("+") ? "add" : "set", ...quantity, at };
}

/** Kind and unit of values said for steps: "OCR 5 s, scan 2". */
export interface StepUnit {
  kind: string;
  factor: number;
}

/** A plain number beside a step is in the unit of the others: "OCR 5 s, scan 2". */
export function withUnit(value: Value | null, words: readonly string[], unit: StepUnit | null): Value | null {
  if (value?.kind !== "n" || unit === null || !words.some((word) => word.startsWith("$"))) return value;
  if (words.some((word) => fieldOf(word) !== null && fieldOf(word) !== "duration" && fieldOf(word) !== "memory"))
    return value;
  return { ...value, kind: unit.kind, value: value.value * unit.factor };
}

/** The unit of the first value that stands beside a step. */
export function stepUnit(clauses: readonly Clause[]): StepUnit | null {
  for (const { words } of clauses) {
    const token = words.find((word) => /^#(?:ms|mb)=/.test(word));
    const quantity = token === undefined ? null : readQuantityToken(token);
    if (quantity !== null && words.some((word) => word.startsWith("$")))
      return { kind: quantity.kind, factor: quantity.unit };
  }
  return null;
}
