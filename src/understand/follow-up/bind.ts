import type { Clause } from "./clauses.ts";
import { defaultField } from "./default-field.ts";
import { fieldOf } from "./field-tokens.ts";
import type { Field } from "./fields.ts";
import { unexplained } from "./glue.ts";
import { namedFields, refined, stretches, takes } from "./named-field.ts";
import { lastSteps, type StepsMeant, stepsFor } from "./steps-meant.ts";
import { type StepUnit, type Value, valueAt, withUnit } from "./values.ts";

/** A value of a clause with the field it is for. */
export interface Binding {
  field: Field;
  op: "set" | "scale" | "add";
  /** Token kind of the value: `ms`, `perday`, `pct` ... */
  kind: string;
  value: number;
  /** What a rate counts. */
  noun: string;
  steps: StepsMeant;
  /** True where the clause names the field; a bare "200 ms" is a weaker sign that a change is meant. */
  named: boolean;
}

/** What is remembered from clause to clause of one sentence. */
export interface Carry {
  steps: StepsMeant;
  field: Field | null;
  /** The field the clause before named without a value: "memory down a notch, say 768". */
  unserved: Field | null;
  unit: StepUnit | null;
}

/** Reads the values of a clause, each for the nearest field that takes it, or the one its kind stands for. */
export function bind(clause: Clause, carry: Carry): { bindings: readonly Binding[]; unbound: number; carry: Carry } {
  const { words } = clause;
  const bindings: Binding[] = [];
  let unbound = 0;
  const values = words.flatMap((_, at) => withUnit(valueAt(words, at), words, carry.unit) ?? []);
  const names = namedFields(words, values);
  for (const value of values) {
    const named = names.get(value.at) ?? null;
    const field = isElsewhere(value, words)
      ? null
      : refined(
          named ?? defaultField(words, value, carry.field, clause.supposes) ?? unserved(clause, value, carry),
          words,
        );
    if (field === null) unbound += 1;
    else bindings.push(bindingOf(value, field, words, carry, isNamed(words, named)));
  }
  return {
    bindings,
    unbound,
    carry: {
      ...carry,
      steps: lastSteps(words) ?? carry.steps,
      field: lastField(words) ?? carry.field,
      unserved: values.length === 0 && unexplained(words).length === 0 ? lastField(words) : null,
    },
  };
}

function unserved({ supposes, words }: Clause, { kind, op }: Value, { unserved: field }: Carry): Field | null {
  if (field === null || op !== "set" || words.some((word) => /^[@$]/.test(word))) return null;
  return (kind === "n" ? supposes : takes[field].includes(kind)) ? field : null;
}

const people = /^(?:teams?|people|persons?|folks|devs?|developers?|engineers?|guys|men|women|kids)$/;

/** "12 cookies", "3 teams": the number counts something that no workload has. */
function isThing(word: string): boolean {
  return people.test(word) || unexplained([word]).length > 0;
}

/** "By 3" is a difference, "in 2027" a time, "over 3" a span: a value of no field. */
function isElsewhere({ op, kind, at }: Value, words: readonly string[]): boolean {
  if (op !== "set") return false;
  const before = words[at - 1] ?? "";
  if (kind === "n" && isThing(words[at + 1] ?? "")) return true;
  return before === "by" ? kind !== "grow" : kind === "n" && /^(?:in|times|since|until|till|version|v)$/.test(before);
}

function bindingOf(value: Value, field: Field, words: readonly string[], carry: Carry, named: boolean): Binding {
  const { kind, noun, at } = value;
  const op = stretches(field, kind) ? "scale" : value.op;
  const steps = stepsFor(words, at) ?? carry.steps;
  return { field, op, kind, value: value.value, noun, steps, named: named || isData(field, words) };
}

const dataNouns = /\b(?:file|image|photo|video|document|object|frame|payload|blob|upload)s?\b|@unit/;

/** "Raw files are 2 GB": a size beside the data it is of. */
function isData(field: Field, words: readonly string[]): boolean {
  return field === "objectsize" && dataNouns.test(words.join(" "));
}

/** "Enrich might go to 700 ms": a step that is what the clause is about. "Ship it in 30 min" has it as a verb. */
const stepLeads =
  /^(?:(?:the|our|and|but|so|maybe|if|say|what|about|also) )*\$\S+ (?:might|may|could|would|will|should|can|goes?|is|was|needs?|has|have|gets?|at|with|to|down|up)\b/;

/** "It takes 2 hours" is said of anything; only beside a step it is sure to be about the workload. */
function isNamed(words: readonly string[], field: Field | null): boolean {
  if (field === null) return stepLeads.test(words.join(" "));
  if (field !== "duration" || words.includes("@duration")) return field !== null;
  return words.some((word) => word.startsWith("$"));
}

function lastField(words: readonly string[]): Field | null {
  return words.reduce<Field | null>((last, word) => fieldOf(word) ?? last, null);
}
