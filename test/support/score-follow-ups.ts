import { z } from "zod";
import { assume } from "#src/model/assume.ts";
import type { Catalog } from "#src/model/catalog.ts";
import type { Change } from "#src/model/change.ts";
import { applyChanges } from "#src/model/change.ts";
import { getPath, leafPaths, parsePath } from "#src/model/paths.ts";
import { type Origins, type UnderstoodWorkload, type WorkloadInput, workloadInputSchema } from "#src/model/workload.ts";
import type { FollowUp } from "#src/understand/follow-up/follow-up.ts";

/** A published follow-up case: a sentence in a thread, and the workload or the intent it must lead to. */
export const followUpCaseSchema = z.object({
  id: z.string(),
  kind: z.string(),
  base: z.string(),
  text: z.string(),
  expected: z.object({
    changes: z.unknown().optional(),
    intent: z.string().optional(),
    acceptIntents: z.array(z.string()).optional(),
    thenIntent: z.string().optional(),
    origin: z.string().optional(),
  }),
  after: z.record(z.string(), z.json()).optional(),
  tolerance: z.record(z.string(), z.number()).optional(),
});
export type FollowUpCase = z.infer<typeof followUpCaseSchema>;

export const followUpSetSchema = z.object({
  bases: z.record(z.string(), workloadInputSchema),
  followups: z.array(followUpCaseSchema),
});
export type FollowUpSet = z.infer<typeof followUpSetSchema>;

export interface FollowUpScore {
  total: number;
  right: number;
  /** Changes made by chatter, an undo or a question. */
  falseFires: readonly string[];
  byKind: Readonly<Record<string, { right: number; total: number }>>;
  thenIntents: { right: number; total: number };
  failures: readonly { id: string; text: string; why: string }[];
}

/** Reads every case with the given reader and compares what it does to the base with what it must do. */
export async function scoreFollowUps(
  set: FollowUpSet,
  catalog: Catalog,
  read: (text: string, base: UnderstoodWorkload) => FollowUp | Promise<FollowUp>,
): Promise<FollowUpScore> {
  const failures: { id: string; text: string; why: string }[] = [];
  const falseFires: string[] = [];
  const byKind: Record<string, { right: number; total: number }> = {};
  const thenIntents = { right: 0, total: 0 };
  for (const one of set.followups) {
    const input = set.bases[one.base];
    if (input === undefined) throw new Error(`${one.id}: no base ${one.base}`);
    const base = assume(input, {}, catalog);
    const got = await read(one.text, base);
    const why = judge(one, input, base, got, catalog);
    const kind = byKind[one.kind] ?? { right: 0, total: 0 };
    byKind[one.kind] = kind;
    kind.total += 1;
    if (why === null) kind.right += 1;
    else failures.push({ id: one.id, text: one.text, why });
    if (one.expected.changes === undefined && got.kind === "changes") falseFires.push(one.id);
    if (one.expected.thenIntent !== undefined) {
      thenIntents.total += 1;
      if (got.kind === "changes" && got.thenIntent === one.expected.thenIntent) thenIntents.right += 1;
    }
  }
  const total = set.followups.length;
  return { total, right: total - failures.length, falseFires, byKind, thenIntents, failures };
}

function judge(
  one: FollowUpCase,
  input: WorkloadInput,
  base: UnderstoodWorkload,
  got: FollowUp,
  catalog: Catalog,
): string | null {
  if (one.expected.changes === undefined) return judgeIntent(one, got);
  if (got.kind === "intent") return `intent ${got.intent}`;
  if (one.expected.origin === "corrected" && !got.corrected) return "not marked as a correction";
  let after: { workload: WorkloadInput; origins: Origins };
  try {
    const changed = applyChanges(base.workload, base.origins, got.changes, { origin: "stated" });
    after = assume(changed.workload, changed.origins, catalog);
  } catch (error) {
    return `cannot be applied: ${String(error)}`;
  }
  return differences(one, input, after.workload, got.changes);
}

function judgeIntent(one: FollowUpCase, got: FollowUp): string | null {
  if (got.kind === "changes") return `FIRED ${JSON.stringify(got.changes)}`;
  const accepted = [one.expected.intent, ...(one.expected.acceptIntents ?? [])];
  return accepted.includes(got.intent) ? null : `intent ${got.intent}, expected ${accepted.join(" or ")}`;
}

/** Paths that may follow from a change without being named in the case. */
function mayFollow(path: string, one: FollowUpCase): boolean {
  const touched = Object.keys(one.after ?? {});
  const steps = touched.some((key) => key === "steps");
  if (path.startsWith("handoff.")) return steps || touched.includes("handoff.store");
  if (path === "orchestration.transitionsPerUnit") return steps || touched.includes("orchestration.kind");
  return steps && path.startsWith("steps.");
}

function differences(
  one: FollowUpCase,
  input: WorkloadInput,
  after: WorkloadInput,
  changes: readonly Change[],
): string | null {
  const wanted = one.after ?? {};
  const said = JSON.stringify(changes);
  for (const [path, value] of Object.entries(wanted)) {
    if (path === "steps") {
      const count = Array.isArray(value) ? value.length : 0;
      if (after.steps?.length !== count) return `${after.steps?.length} steps, expected ${count}: ${said}`;
    }
    for (const leaf of leafPaths(value, parsePath(path) ?? [])) {
      const expected = getPath({ value }, ["value", ...(parsePath(leaf) ?? []).slice((parsePath(path) ?? []).length)]);
      const actual = getPath(after, parsePath(leaf) ?? []);
      if (!same(actual, expected, one.tolerance?.[leaf] ?? 0.02))
        return `${leaf} is ${actual}, expected ${expected}: ${said}`;
    }
  }
  for (const leaf of leafPaths(input)) {
    const named = Object.keys(wanted).some(
      (path) => leaf === path || leaf.startsWith(`${path}.`) || path.startsWith(`${leaf}.`),
    );
    if (named || mayFollow(leaf, one)) continue;
    const before = getPath(input, parsePath(leaf) ?? []);
    const actual = getPath(after, parsePath(leaf) ?? []);
    if (!same(actual, before, 1e-9)) return `${leaf} went from ${before} to ${actual}: ${said}`;
  }
  return null;
}

function same(actual: unknown, expected: unknown, tolerance: number): boolean {
  if (typeof actual !== "number" || typeof expected !== "number") return actual === expected;
  return Math.abs(actual - expected) <= tolerance * Math.max(Math.abs(expected), 1e-12);
}
