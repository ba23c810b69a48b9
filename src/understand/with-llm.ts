import type { LanguageModel } from "#src/llm/port.ts";
import { getPath, parsePath, setPath } from "#src/model/paths.ts";
import { type Origins, type WorkloadInput, workloadInputSchema } from "#src/model/workload.ts";
import { redact } from "#src/redact.ts";
import type { LanguageModelNote } from "./language-model-note.ts";
import { cleanText } from "./lex/clean-text.ts";
import type { Lexed } from "./lex/lexeme.ts";
import { type AnswerLeaf, leafOf } from "./model-answer/answer-leaf.ts";
import { type DescriptionAnswer, descriptionAnswerSchema } from "./model-answer/answer-schema.ts";
import { findQuote, quotableText } from "./model-answer/quoted.ts";
import { unreadSentence } from "./read/unread.ts";
import type { Reading } from "./reading.ts";

export interface ModelReading {
  reading: Reading;
  usedModel: boolean;
  /** Null where the model was not asked. */
  note: LanguageModelNote | null;
}

/** What a question to a model is about, at most: 20,000 characters of text are its own limit. */
const mostLeaves = 60;

/** True where the parser left something open: a figure nobody used, no rate, or no workload at all. */
export function leavesOpen(reading: Reading): boolean {
  if (reading.kind === "out-of-scope") return false;
  if (reading.kind === "ask") return reading.code === "no-workload" || reading.code === "missing-rate";
  return reading.unread.length > 0;
}

/**
 * Asks a language model for what the parser left open, and adds what holds: each value with words of the text, each
 * number among them. What the parser read is never asked for and never replaced; on any failure its reading stands.
 * The text is redacted first.
 */
export async function readWithModel(text: string, reading: Reading, model: LanguageModel): Promise<ModelReading> {
  if (!leavesOpen(reading)) return { reading, usedModel: false, note: null };
  const safe = redact(cleanText(text).text).text;
  const answer = await model.ask({
    prompt: "read-description",
    schema: descriptionAnswerSchema,
    text: safe,
    context: { filled: filledPaths(reading.origins), unusedFigures: reading.unread },
  });
  if (!answer.ok) return { reading, usedModel: false, note: { code: "model-failed", failure: answer.failure } };
  const added = addAnswer(reading, answer.value, quotableText(safe));
  if (added.paths.length === 0) return { reading, usedModel: false, note: { code: "model-nothing" } };
  return { reading: added.reading, usedModel: true, note: { code: "model-read", paths: added.paths } };
}

function filledPaths(origins: Origins): readonly string[] {
  return Object.entries(origins).flatMap(([path, { origin }]) => (origin === "assumed" ? [] : [path]));
}

interface State {
  input: WorkloadInput;
  origins: Origins;
  paths: readonly string[];
}

function addAnswer(
  reading: Reading,
  answer: DescriptionAnswer,
  lexed: Lexed,
): { reading: Reading; paths: readonly string[] } {
  const start: State = { input: reading.input, origins: reading.origins, paths: [] };
  const named = nameSteps(start, answer.steps, lexed);
  const leaves = answer.values.slice(0, mostLeaves).flatMap((value) => {
    const quoted = findQuote(lexed, value.words);
    const leaf = quoted === null ? null : leafOf(value, quoted, value.step ?? 0);
    if (quoted === null || leaf === null) return [];
    const origin = typeof leaf.value === "number" ? "stated" : "inferred";
    return [{ leaf, origin, evidence: quoted.words } as const];
  });
  // A maximum is already read: a mean from the model would contradict it.
  const usable = leaves.filter(({ leaf }) => !(hasMaximum(reading) && leaf.path === "ratePerSecond"));
  const peaksLast = [...usable].sort((left, right) => Number(left.leaf.peakRate) - Number(right.leaf.peakRate));
  const end = peaksLast.reduce(
    (state, { leaf, origin, evidence }) => addLeaf(state, leaf, { origin, evidence }),
    named,
  );
  return { reading: readingOf(reading, end), paths: end.paths };
}

function hasMaximum(reading: Reading): boolean {
  return reading.kind === "workload" && reading.maximum !== null;
}

/** Step names count only where the parser found no step of its own, and only as the text spells them. */
function nameSteps(state: State, names: readonly string[], lexed: Lexed): State {
  const known = (state.input.steps ?? []).length > 0;
  const found = names.slice(0, 20).flatMap((name) => findQuote(lexed, name)?.words ?? []);
  if (known || found.length < 2 || found.length !== names.length) return state;
  const steps = found.map((name) => ({ name: name.slice(0, 200) }));
  const named = found.map((name, at) => [`steps.${at}.name`, { origin: "inferred" as const, evidence: name }] as const);
  return { ...state, input: { ...state.input, steps }, origins: { ...state.origins, ...Object.fromEntries(named) } };
}

function addLeaf(state: State, leaf: AnswerLeaf, origin: { origin: "stated" | "inferred"; evidence: string }): State {
  const segments = parsePath(leaf.path);
  if (segments === null || getPath(state.input, segments) !== undefined) return state;
  const value = leaf.peakRate ? ratio(leaf.value, state.input.ratePerSecond) : leaf.value;
  if (value === null || value === 0) return state;
  const base = state.input.latency === null ? { ...state.input, latency: {} } : state.input;
  const edited = setPath(segments[0] === "steps" ? withStepList(base) : base, segments, value);
  const checked = workloadInputSchema.safeParse(edited);
  if (!checked.success) return state;
  return {
    input: checked.data,
    origins: { ...state.origins, [leaf.path]: origin },
    paths: [...state.paths, leaf.path],
  };
}

/** A list to set a step in; a position beyond the steps that are known is refused by `setPath`. */
function withStepList(input: WorkloadInput): WorkloadInput {
  return input.steps === undefined ? { ...input, steps: [] } : input;
}

function ratio(peak: number | string, mean: number | undefined): number | null {
  return typeof peak === "number" && mean !== undefined && mean > 0 && peak >= mean ? peak / mean : null;
}

/** With a rate there is a workload to assess; without one the question stays, with more filled in. */
function readingOf(reading: Reading, { input, origins, paths }: State): Reading {
  if (paths.length === 0 || reading.kind === "out-of-scope") return reading;
  const used = paths.map((path) => origins[path]?.evidence ?? "");
  const unread = reading.unread.filter((figure) => !used.some((words) => words.includes(figure)));
  const read = { input, origins, notes: notesOf(reading, unread), unread };
  if (reading.kind === "workload") return { ...reading, ...read };
  if (input.ratePerSecond === undefined) return { ...reading, ...read };
  return { kind: "workload", ...read, maximum: null, isBatch: false };
}

/** The note on unused figures names only those that are still unused. */
function notesOf(reading: Reading, unread: readonly string[]): Reading["notes"] {
  const sentence = unreadSentence(unread);
  return reading.notes.flatMap((note) => {
    if (note.code !== "unread") return [note];
    return sentence === null ? [] : [{ ...note, text: sentence }];
  });
}
