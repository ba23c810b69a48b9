import type { Change } from "#src/model/change.ts";
import { getPath, parsePath, setPath } from "#src/model/paths.ts";
import { type Workload, workloadSchema } from "#src/model/workload.ts";
import { periodMs } from "#src/understand/lex/units.ts";
import type { Action } from "./actions.ts";
import { choiceEdits } from "./choice-edits.ts";
import type { FollowUpNote } from "./follow-up.ts";
import { replaceEdits } from "./replace-edits.ts";
import { addEdits, dropEdits, mergeEdits, type NewStep, splitEdits } from "./step-edits.ts";
import { type Edits, editsOf, isStepField, quotaEdits } from "./to-changes.ts";

/** Edits of all actions together, and how many actions could not be turned into one. */
export interface Assembled {
  changes: readonly Change[];
  notes: readonly FollowUpNote[];
  unclear: number;
  /** Of those, figures for a step that nobody named. */
  stepless: number;
}

/** Applied in this order, whatever order they were said in: a peak of 900 a second needs the new rate. */
const order: readonly Action["do"][] = [
  "reread",
  "replace",
  "bind",
  "quota",
  "clear",
  "choose",
  "split",
  "add",
  "merge",
  "drop",
];

/** Turns actions into edits of a workload, each seen against the workload after those before it. */
export function assemble(actions: readonly Action[], workload: Workload): Assembled {
  const changes: Change[] = [];
  const notes: FollowUpNote[] = [];
  let unclear = 0;
  let stepless = 0;
  let current = workload;
  for (const action of described(sorted(actions))) {
    const edits = editsOfAction(action, current);
    if (edits === null) {
      unclear += 1;
      if (action.do === "bind" && isStepField(action.binding.field)) stepless += 1;
      continue;
    }
    changes.push(...edits.changes);
    notes.push(...edits.notes);
    current = after(current, edits.changes);
  }
  return { changes: withoutRepeats(changes), notes, unclear, stepless };
}

function sorted(actions: readonly Action[]): readonly Action[] {
  const rank = (action: Action) => {
    const isRate = action.do === "bind" && action.binding.field === "rate";
    // "Function URL, no gateway": what is refused goes before what is chosen in its place.
    if (action.do === "choose" && action.token.startsWith("!")) return order.indexOf("choose") - 0.5;
    const isHours = action.do === "bind" && action.binding.field === "hours";
    return isHours ? -2 : isRate ? -1 : order.indexOf(action.do);
  };
  return [...actions].sort((left, right) => rank(left) - rank(right));
}

type Simple = Exclude<Action, { do: "add" } | { do: "split" }>;
type Described = Simple | { do: "new-step"; step: NewStep } | { do: "split-step"; which: string; step: NewStep };

/** A new step takes the run time and memory that stand beside it and name no other step. */
function described(actions: readonly Action[]): readonly Described[] {
  const host = actions.find((action) => action.do === "add" || action.do === "split");
  if (host === undefined || (host.do !== "add" && host.do !== "split")) return actions.filter(isSimple);
  const step: NewStep = { name: host.which };
  const rest: Described[] = [];
  for (const action of actions) {
    if (action === host) continue;
    const value =
      action.do === "bind" && action.binding.op === "set" && action.binding.steps === null ? action.binding : null;
    if (value?.field === "duration") step.durationMs = value.value;
    else if (value?.field === "memory") step.memoryMb = value.value;
    else if (isSimple(action)) rest.push(action);
  }
  return [...rest, host.do === "add" ? { do: "new-step", step } : { do: "split-step", which: host.which, step }];
}

function isSimple(action: Action): action is Simple {
  return action.do !== "add" && action.do !== "split";
}

function editsOfAction(action: Described, workload: Workload): Edits | null {
  switch (action.do) {
    case "bind":
      return editsOf(action.binding, workload);
    case "quota":
      return quotaEdits(action.quota, action.value);
    case "choose":
      return choiceEdits(action.token, action.before, workload);
    case "clear":
      return clearEdits(action.field);
    case "replace":
      return replaceEdits(action.old, action.value, workload);
    case "reread":
      return rereadEdits(action.period, workload);
    case "merge":
      return mergeEdits(action.which, workload);
    case "drop":
      return dropEdits(action.which, workload);
    case "new-step":
      return addEdits(action.step, workload);
    case "split-step":
      return splitStep(action.which, action.step, workload);
  }
}

function splitStep(which: string, { durationMs, memoryMb }: NewStep, workload: Workload): Edits | null {
  const [position, parts] = which.split("x").map(Number);
  const step = { ...(durationMs === undefined ? {} : { durationMs }), ...(memoryMb === undefined ? {} : { memoryMb }) };
  return splitEdits(position ?? 0, parts ?? 0, step, workload);
}

/** "Not per second, per minute": the number stays, what it counted in changes. */
function rereadEdits(period: string, workload: Workload): Edits | null {
  const ms = periodMs[{ s: "second", min: "minute", h: "hour" }[period] ?? period];
  if (ms === undefined) return null;
  const value = workload.ratePerSecond / (ms / 1000);
  return { changes: [{ op: "set", path: "ratePerSecond", value }], notes: [] };
}

function clearEdits(field: string): Edits | null {
  const path = {
    growth: "growthPerMonth",
    discount: "purchase.discountPercent",
    egress: "egressGbPerMonth",
    retention: "handoff.retentionHours",
  }[field];
  if (field === "peak") return { changes: [{ op: "set", path: "peakToMean", value: 1 }], notes: [] };
  if (field === "utilization") {
    return { changes: [{ op: "set", path: "container.targetUtilization", value: null }], notes: [] };
  }
  return path === undefined ? null : { changes: [{ op: "set", path, value: 0 }], notes: [] };
}

/** The workload with edits made, for the next to be seen against. An edit out of range is told when it is applied. */
function after(workload: Workload, changes: readonly Change[]): Workload {
  return changes.reduce((current, change) => {
    const segments = parsePath(change.path) ?? [];
    const old = getPath(current, segments);
    const value = change.op === "set" ? change.value : typeof old === "number" ? old * change.value : old;
    const edited = workloadSchema.safeParse(setPath(current, segments, value));
    return edited.success ? edited.data : current;
  }, workload);
}

/** The same edit said twice ("12 a minute, 0.2 a second") counts once; of two values for one path the later stays. */
function withoutRepeats(changes: readonly Change[]): readonly Change[] {
  const sets = new Map<string, number>();
  changes.forEach((change, at) => {
    if (change.op === "set" && change.value !== null) sets.set(change.path, at);
  });
  return changes.filter((change, at) => change.op === "scale" || change.value === null || sets.get(change.path) === at);
}
