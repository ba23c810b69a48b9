import { type Binding, bind, type Carry } from "./bind.ts";
import type { Clause } from "./clauses.ts";

/** One thing a clause asks to change, not yet checked against the workload. */
export type Action =
  | { do: "bind"; binding: Binding }
  | { do: "quota"; quota: string; value: number }
  | { do: "choose"; token: string; before: string }
  | { do: "clear"; field: string }
  | { do: "reread"; period: string }
  /** What is `old` now becomes `value`: a plain number that names no field. */
  | { do: "replace"; old: number; value: number }
  | { do: "merge"; which: string }
  | { do: "drop"; which: string }
  | { do: "add"; which: string }
  | { do: "split"; which: string };

/** What a clause says, and how surely it says it. */
export interface ClauseActions {
  actions: readonly Action[];
  /** True where a field, a step or a design choice is named: a bare figure is a weaker sign. */
  named: boolean;
  /** Figures of the clause that fit no field. */
  unbound: number;
  carry: Carry;
}

const structural = /^%(merge|drop|add|split)=(.+)$/;
const choice = /^[%!][a-z0-9]+(?:=\S+)?$/;

/** Reads what a clause asks for. */
export function actionsOf(clause: Clause, carry: Carry): ClauseActions {
  const { words } = clause;
  const quota = quotaAction(words);
  const others = words.flatMap((word, at) => tokenAction(word, words.slice(0, at).join(" ")));
  const bound = quota === null ? bind(clause, carry) : { bindings: [], unbound: 0, carry };
  const bindings = bound.bindings.map((binding): Action => ({ do: "bind", binding }));
  const actions = [...(quota === null ? [] : [quota]), ...withoutRead(others, bound.bindings), ...bindings];
  const named = quota !== null || others.some(isPlain) || bound.bindings.some((binding) => binding.named);
  return { actions, named, unbound: bound.unbound, carry: bound.carry };
}

/** A replaced number whose field was named after all is that field's. */
function withoutRead(actions: readonly Action[], bindings: readonly Binding[]): readonly Action[] {
  return actions.filter((action) => action.do !== "replace" || !bindings.some((one) => one.value === action.value));
}

/** Names of places and of products are words of everyday talk too; other tokens were phrases of their own. */
function isPlain(action: Action): boolean {
  return action.do !== "choose" || !/^%(?:region|arch|orch|buy|plan|queue|entry|gateway|s3)/.test(action.token);
}

/** "Concurrency raised to 10k": the one number of the clause is the quota's. */
function quotaAction(words: readonly string[]): Action | null {
  const quota = words.find((word) => word.startsWith("@quota="))?.slice("@quota=".length);
  const values = words.flatMap((word) => /^#(?:n|rate|cores)=(-?[\d.e+]+)/.exec(word)?.[1] ?? []);
  const value = Number(values.at(-1));
  return quota === undefined || values.length === 0 || !(value > 0) ? null : { do: "quota", quota, value };
}

function tokenAction(word: string, before: string): readonly Action[] {
  const step = structural.exec(word);
  if (step !== null) {
    const [, kind, which = ""] = step;
    return kind === "merge" || kind === "drop" || kind === "add" || kind === "split" ? [{ do: kind, which }] : [];
  }
  const replaced = /^#n=(\S+) @old=(\S+)$/.exec(`${before.split(" ").at(-1)} ${word}`);
  if (replaced !== null) return [{ do: "replace", old: Number(replaced[2]), value: Number(replaced[1]) }];
  if (word.startsWith("@reread=")) return [{ do: "reread", period: word.slice("@reread=".length) }];
  const cleared = /^!(growth|discount|egress|peak|retention|utilization)$/.exec(word)?.[1];
  if (cleared !== undefined) return [{ do: "clear", field: cleared }];
  return choice.test(word) ? [{ do: "choose", token: word, before }] : [];
}
