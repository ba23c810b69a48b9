import { UserError } from "#src/errors.ts";
import type { Catalog } from "#src/model/catalog.ts";
import type { Change } from "#src/model/change.ts";
import { getPath, parsePath } from "#src/model/paths.ts";
import type { Origins, Workload } from "#src/model/workload.ts";
import { lex } from "#src/understand/lex/lex.ts";
import { isQuantity, type Quantity } from "#src/understand/lex/lexeme.ts";
import { readRate } from "#src/understand/phrases/rate.ts";
import { type FieldUnit, fieldUnit } from "./field-unit.ts";

export interface Correction {
  changes: readonly Change[];
  /** Low and high where a range was given, by path. */
  ranges: Origins;
}

interface Reading {
  value: number;
  low: number | null;
  high: number | null;
}

/**
 * What a person typed into the field of one input ("65%", "200 ms", "50-70%", "300 a second"), as edits.
 * `steps.*.field` stands for that field of every step in which it was assumed.
 *
 * @throws UserError `bad-input` when there is no value in the words
 */
export function correctionOf(
  path: string,
  text: string,
  { workload, origins }: { workload: Workload; origins: Origins },
  catalog: Catalog,
): Correction {
  const paths = expand(path, workload, origins);
  const [first = path] = paths;
  const present = getPath(workload, parsePath(first) ?? []);
  if (typeof present === "string" || typeof present === "boolean") {
    return { changes: paths.map((one) => ({ op: "set", path: one, value: wordValue(text, present) })), ranges: {} };
  }
  const reading = readValue(text, fieldUnit(path, catalog));
  if (reading === null) {
    throw new UserError({
      code: "bad-input",
      path: first,
      message: `"${text.trim().slice(0, 60)}" has no value I can read.`,
      nextStep: 'Give a number with its unit, or a range: "200 ms", "65%", "50-70%".',
    });
  }
  const { value, low, high } = reading;
  const range = low === null || high === null ? null : { low, high };
  return {
    changes: paths.map((one) => ({ op: "set", path: one, value })),
    ranges: range === null ? {} : Object.fromEntries(paths.map((one) => [one, { origin: "corrected", ...range }])),
  };
}

function expand(path: string, workload: Workload, origins: Origins): string[] {
  if (!path.includes(".*.")) return [path];
  const all = workload.steps.map((_, position) => path.replace(".*.", `.${position}.`));
  const assumed = all.filter((one) => origins[one]?.origin === "assumed");
  return assumed.length === 0 ? all : assumed;
}

function wordValue(text: string, present: string | boolean): string | boolean {
  const word = text.trim().toLowerCase();
  return typeof present === "boolean" ? ["yes", "true", "on"].includes(word) : word;
}

/** The first value in the words, in the unit of the field; null when there is none. */
export function readValue(text: string, unit: FieldUnit): Reading | null {
  const { lexemes } = lex(text);
  if (unit === "rate") {
    for (const at of lexemes.keys()) {
      const rate = readRate(lexemes, at);
      if (rate !== null) return { value: rate.perSecond, low: rate.low, high: rate.high };
    }
  }
  const quantities = lexemes.filter((lexeme) => isQuantity(lexeme));
  for (const quantity of quantities) {
    const factor = factorOf(quantity, unit);
    if (factor === null) continue;
    const { value, low, high, range } = quantity;
    return { value: value * factor, low: range ? scale(low, factor) : null, high: range ? scale(high, factor) : null };
  }
  return null;
}

function scale(value: number | null, factor: number): number | null {
  return value === null ? null : value * factor;
}

const MS_PER_SECOND = 1000;
const MS_PER_MINUTE = 60_000;
const MS_PER_HOUR = 3_600_000;
const KB_PER_MB = 1024;

/** What to multiply a quantity by to have the field's unit; null when it measures something else. */
function factorOf({ dimension, value }: Quantity, unit: FieldUnit): number | null {
  switch (dimension) {
    case "number":
      // "65" in a field of shares is 65 %; the one-digit fractions people write as 0.65.
      return unit === "share" && value > 1 ? 0.01 : 1;
    case "percent":
      return unit === "share" ? 1 : unit === "percent" ? 100 : null;
    case "duration":
      return { ms: 1, s: 1 / MS_PER_SECOND, min: 1 / MS_PER_MINUTE, h: 1 / MS_PER_HOUR }[String(unit)] ?? null;
    case "size":
      return { mb: 1, kb: KB_PER_MB, gb: 1 / KB_PER_MB }[String(unit)] ?? null;
    case "times":
    case "cores":
    case "percentile":
      return unit === "count" ? 1 : null;
    case "rate":
      return unit === "rate" ? 1 : null;
    case "money":
      return unit === "usd" ? 1 : null;
    case "clock":
    case "bandwidth":
      return null;
  }
}
