import { z } from "zod";

/** Amazon States Language, as far as steps and transitions need it. Other fields are let through. */
const choiceSchema = z.looseObject({ Next: z.string().optional() });
const stateSchema = z.looseObject({
  Type: z.string(),
  Next: z.string().optional(),
  End: z.boolean().optional(),
  Resource: z.string().optional(),
  TimeoutSeconds: z.number().optional(),
  Choices: z.array(choiceSchema).optional(),
  Default: z.string().optional(),
  Branches: z.array(z.unknown()).optional(),
  Iterator: z.unknown().optional(),
  ItemProcessor: z.unknown().optional(),
});
const machineSchema = z.looseObject({ StartAt: z.string(), States: z.record(z.string(), stateSchema) });
export type StateMachine = z.infer<typeof machineSchema>;
type State = z.infer<typeof stateSchema>;

/** Deepest nesting of Parallel and Map states followed. */
const deepest = 6;

export interface MachineReading {
  /** Names of the tasks that run a function, in the order of the definition. */
  tasks: { name: string; timeoutSeconds: number | null }[];
  /** Transitions on the longest path; a Map counts its inner states once. */
  longest: number;
  shortest: number;
  /** True when a Map runs its inner states an unknown number of times. */
  hasMap: boolean;
  /** True when a state leads back to an earlier one. */
  loops: boolean;
}

/** The definition in a pasted object, bare or under "definition"; null where it is none. */
export function asStateMachine(value: unknown): StateMachine | null {
  const bare = machineSchema.safeParse(value);
  if (bare.success) return bare.data;
  const wrapped = z.looseObject({ definition: machineSchema }).safeParse(value);
  return wrapped.success ? wrapped.data.definition : null;
}

/** A task that runs a function: a Lambda ARN, the Lambda integration, or a placeholder. Other integrations do not. */
function runsFunction(state: State): boolean {
  if (state.Type !== "Task") return false;
  const resource = state.Resource ?? "";
  return !/^arn:aws[\w-]*:states:/.test(resource) || /states:::lambda/.test(resource);
}

interface Walk {
  tasks: MachineReading["tasks"];
  hasMap: boolean;
  loops: boolean;
}

function innerMachines(state: State): StateMachine[] {
  const inner = state.Type === "Parallel" ? (state.Branches ?? []) : [state.ItemProcessor ?? state.Iterator];
  return inner.flatMap((value) => {
    const machine = machineSchema.safeParse(value);
    return machine.success ? [machine.data] : [];
  });
}

interface Length {
  longest: number;
  shortest: number;
}

function nextNames(state: State): string[] {
  const choices = (state.Choices ?? []).flatMap((choice) => choice.Next ?? []);
  return [
    ...choices,
    ...(state.Default === undefined ? [] : [state.Default]),
    ...(state.Next === undefined ? [] : [state.Next]),
  ];
}

/** Transitions of one state: itself, and what runs inside it. */
function ownLength(state: State, walk: Walk, depth: number): Length {
  if ((state.Type !== "Parallel" && state.Type !== "Map") || depth >= deepest) return { longest: 1, shortest: 1 };
  walk.hasMap ||= state.Type === "Map";
  const inner = innerMachines(state).map((machine) => lengthOf(machine, walk, depth + 1));
  const sum = (of: (length: Length) => number) => inner.reduce((total, length) => total + of(length), 0);
  return { longest: 1 + sum((length) => length.longest), shortest: 1 + sum((length) => length.shortest) };
}

function lengthOf(machine: StateMachine, walk: Walk, depth: number): Length {
  for (const [name, state] of Object.entries(machine.States)) {
    if (runsFunction(state)) walk.tasks.push({ name, timeoutSeconds: state.TimeoutSeconds ?? null });
  }
  const known = new Map<string, Length>();
  const open = new Set<string>();
  const from = (name: string): Length => {
    const state = Object.hasOwn(machine.States, name) ? machine.States[name] : undefined;
    const before = known.get(name);
    if (before !== undefined) return before;
    if (state === undefined || open.has(name)) {
      walk.loops ||= state !== undefined;
      return { longest: 0, shortest: 0 };
    }
    open.add(name);
    const own = ownLength(state, walk, depth);
    const rest = nextNames(state).map(from);
    open.delete(name);
    const length = {
      longest: own.longest + Math.max(0, ...rest.map((next) => next.longest)),
      shortest: own.shortest + (rest.length === 0 ? 0 : Math.min(...rest.map((next) => next.shortest))),
    };
    known.set(name, length);
    return length;
  };
  return from(machine.StartAt);
}

/** Steps and transitions of a definition: the longest path through choices, the sum over parallel branches. */
export function readStateMachine(machine: StateMachine): MachineReading {
  const walk: Walk = { tasks: [], hasMap: false, loops: false };
  const { longest, shortest } = lengthOf(machine, walk, 0);
  return { ...walk, longest, shortest };
}
