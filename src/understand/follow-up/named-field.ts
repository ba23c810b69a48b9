import { fieldOf } from "./field-tokens.ts";
import type { Field } from "./fields.ts";
import type { Value } from "./values.ts";

/** Kinds of value each field takes. */
export const takes: Readonly<Record<Field, readonly string[]>> = {
  rate: ["rate", "perday", "perweekday", "perweek", "permonth", "peryear", "n", "x", "pct", "+rate"],
  peak: ["x", "n", "rate", "perday"],
  ramp: ["ms"],
  hours: ["hours", "ms", "n"],
  window: ["ms"],
  growth: ["grow", "pct", "n"],
  environments: ["n"],
  duration: ["ms", "n", "+ms"],
  memory: ["mb", "n", "+mb"],
  busy: ["pct", "n"],
  cores: ["cores"],
  inflight: ["mb"],
  calls: ["n", "x"],
  batch: ["n"],
  transitions: ["n"],
  executions: ["n"],
  statepayload: ["mb"],
  objects: ["n"],
  reads: ["n", "x"],
  objectsize: ["mb"],
  retention: ["ms"],
  request: ["mb"],
  response: ["mb"],
  connections: ["n"],
  egress: ["mb", "bw"],
  target: ["ms", "ptile", "pct"],
  quota: ["n", "rate"],
  discount: ["pct", "n"],
  freetier: [],
  utilization: ["pct", "n"],
  mintasks: ["n"],
  taskvcpu: ["cores", "n"],
  taskmemory: ["mb"],
  instances: ["n"],
  pervcpu: ["n", "rate"],
  replication: ["n", "x"],
  durable: [],
};

/** Fields that a factor can stretch: all but names of things that are on or off. */
const unscalable: ReadonlySet<Field> = new Set<Field>(["quota", "freetier", "durable", "discount", "calls"]);

/** "Takes" is a verb for many things: every field named by a noun comes first ("the ramp takes 2 minutes"). */
const weakField = 100;

/** Smaller than any setting people would type for a function. */
export const leastMemoryMb = 64;

/** Whether a field takes a value. "3x" sets some fields (a peak, reads) and stretches the others, as a factor does. */
function accepts(word: string, field: Field, value: Value, timed: boolean): boolean {
  // "A 99.9 % SLA" promises that something is up, not how fast it answers.
  if (field === "target" && value.kind === "pct" && !timed) return false;
  if (field === "memory" && value.kind === "mb" && value.value > 0 && value.value < leastMemoryMb) return false;
  if (takes[field].includes(value.kind)) return value.op !== "scale";
  const stretches = value.op === "scale" || value.kind === "x";
  return stretches && word !== "@takes" && !unscalable.has(field);
}

/** True where a multiple stretches the field instead of setting it: "2x memory". */
export function stretches(field: Field, kind: string): boolean {
  return kind === "x" && field !== "rate" && !takes[field].includes("x");
}

/** A percentile or an obligation makes a time a target: "within 10 s at p95", "must answer in 300 ms". */
const obligation =
  /\b(?:must|has to|have to|needs to|need to|should|shall|required to|supposed to|got to) (?:always )?(?:be (?:done|ready|back|served|answered|finished)|respond|answer|return|reply|load|react|@takes|@duration) (?:in|within|under|below|less than|faster than)\b|\b(?:need|needs|want|wants|expect|expects) (?:an? |the |our )?(?:answer|reply|response|result)s? (?:back )?(?:in|within|under|after) #ms=/;

function isTarget(words: readonly string[]): boolean {
  return words.some((word) => word.startsWith("#ptile=")) || obligation.test(words.join(" "));
}

interface Nearness {
  value: Value;
  field: Field;
  /** Place of the field's name. */
  at: number;
  distance: number;
}

/**
 * The fields a clause names for its values, by place of the value. A factor looks ahead first ("double the memory"),
 * other values take the closest; one name serves one value of a kind ("20/s with a peak of 100/s").
 */
export function namedFields(words: readonly string[], values: readonly Value[]): ReadonlyMap<number, Field> {
  const found = new Map<number, Field>();
  const served = new Set<string>();
  const targets = isTarget(words) && !words.some((word) => word === "@retention" || word === "@ramp");
  for (const value of values) if (targets && value.kind === "ms") found.set(value.at, "target");
  for (const { value, field, at } of nearest(words, values)) {
    const claim = `${at} ${value.kind}`;
    if (found.has(value.at) || served.has(claim)) continue;
    served.add(claim);
    found.set(value.at, field);
  }
  return found;
}

function nearest(words: readonly string[], values: readonly Value[]): readonly Nearness[] {
  const timed = values.some((value) => value.kind === "ms");
  const pairs = values.flatMap((value) =>
    words.flatMap((word, at): readonly Nearness[] => {
      const field = fieldOf(word);
      if (field === null || !accepts(word, field, value, timed)) return [];
      const side = at > value.at === (value.op === "scale") ? 0 : 0.5;
      const distance = Math.abs(at - value.at) + side + (word === "@takes" ? weakField : 0);
      return [{ value, field, at, distance }];
    }),
  );
  return pairs.sort((left, right) => left.distance - right.distance);
}

/** "Our boxes are 30 % busy" is about the fleet, not about the code. */
export const fleet = /\b(?:fleet|container|box|boxes|host|server|instance|task|cluster|ec2|ecs|fargate|pod|node)s?\b/;

/** What a name stands for beside other words: "latency of charge" is its run time, "our boxes' CPU" the fleet's use. */
export function refined(field: Field | null, words: readonly string[]): Field | null {
  if (field === "busy" && fleet.test(words.join(" "))) return "utilization";
  return field === "target" && words.some((word) => word.startsWith("$")) && !isTarget(words) ? "duration" : field;
}
