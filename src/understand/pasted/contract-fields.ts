import { getPath, leafPaths, parsePath } from "#src/model/paths.ts";
import { workloadInputSchema, workloadSchema } from "#src/model/workload.ts";
import { addFact, addNote, type Facts, type FactValue } from "#src/understand/facts.ts";

const { steps, orchestration, handoff, entry, latency, purchase, container, ...top } = workloadSchema.shape;
const groups = { orchestration, handoff, entry, purchase, container };

/** Contract field, lower case, to its path; fields of a step have "steps.N" filled in as they come. */
const fieldPaths = new Map<string, string>();
for (const name of Object.keys(top))
  if (!["appliedQuotas", "assumptions", "name", "region"].includes(name)) fieldPaths.set(name.toLowerCase(), name);
for (const [group, schema] of Object.entries(groups)) {
  for (const field of Object.keys(schema.shape)) {
    fieldPaths.set(`${group}.${field}`.toLowerCase(), `${group}.${field}`);
    // "kind" and "store" alone say nothing; "transitionsPerUnit" can only be one thing.
    if (/[A-Z]/.test(field)) fieldPaths.set(field.toLowerCase(), `${group}.${field}`);
  }
}
for (const field of Object.keys(steps.element.shape))
  if (/[A-Z]/.test(field)) fieldPaths.set(field.toLowerCase(), `steps.N.${field}`);
fieldPaths.set("targetms", "latency.targetMs");

const assignment =
  /(^|[\s,;{[("'-])(steps[.[]\d{1,2}\]?\.)?([A-Za-z]+(?:\.[A-Za-z]+)?)["']?\s{0,3}[:=]\s{0,3}["']?([\w.+%-]{1,60})["']?/gm;

function writtenValue(written: string): FactValue {
  if (/^[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/i.test(written)) return Number(written);
  return written === "true" ? true : written === "false" ? false : written === "null" ? null : written;
}

/**
 * Takes `ratePerSecond: 12`, `steps.0.memoryMb=512` and other contract fields out of a text, in the unit their name
 * says. A bare number only: "durationMs: 2 s" is left to the words' own reader.
 *
 * @returns the text with what was taken blanked out
 */
export function takeContractFields(text: string, facts: Facts): string {
  const seen = new Map<string, number>();
  return text.replace(
    assignment,
    (match: string, lead: string, index: string | undefined, name: string, written: string) => {
      const path = fieldPaths.get(name.toLowerCase());
      const value = writtenValue(written);
      if (path === undefined || !/[A-Z]/.test(name.slice(1)) || (typeof value === "string" && /^\d/.test(value)))
        return match;
      const step = index === undefined ? (seen.get(name) ?? 0) : Number(/\d+/.exec(index)?.[0] ?? 0);
      seen.set(name, step + 1);
      const full = path.replace(".N.", `.${step}.`);
      addFact(facts, { path: full, value, origin: "stated", evidence: match.trim().slice(0, 200) });
      return lead + " ".repeat(match.length - lead.length);
    },
  );
}

function isLeaf(value: unknown): value is FactValue {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}

/** Takes a pasted workload of the contract, whole or partial; false where the object is something else. */
export function takeWorkload(value: unknown, facts: Facts): boolean {
  const inner = typeof value === "object" && value !== null && "workload" in value ? value.workload : value;
  if (typeof inner !== "object" || inner === null) return false;
  const known = Object.keys(inner).filter((key) => key in workloadInputSchema.shape);
  if (known.length < 2 && !known.includes("steps") && !known.includes("ratePerSecond")) return false;
  // Somebody's own object that happens to have "steps" in it is a list of keys like any other.
  const named = Object.fromEntries(Object.entries(inner).filter(([key]) => known.includes(key)));
  if (!known.includes("ratePerSecond") && !workloadInputSchema.safeParse(named).success) return false;
  for (const path of leafPaths(inner)) {
    const segments = parsePath(path);
    const leaf = segments === null ? undefined : getPath(inner, segments);
    if (!isLeaf(leaf) || !(String(segments?.[0]) in workloadInputSchema.shape)) {
      addNote(facts, "ignored", `"${path.slice(0, 80)}" is no field of a workload.`);
      continue;
    }
    addFact(facts, {
      path,
      value: leaf,
      origin: "stated",
      evidence: `"${path}": ${JSON.stringify(leaf)}`.slice(0, 200),
    });
  }
  return true;
}
