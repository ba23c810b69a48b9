import type { ValueKind } from "./path-value.ts";

/**
 * How one field of a workload, or one assumption of the model, is talked about.
 *
 * In templates `{v}` is the value, `{one}` and `{many}` the reader's noun, `{step}` the step's name or "step";
 * `*…*` marks what is shown strong.
 */
export interface PathWords {
  /** Names the field in a list or on a form: "Share of step time that is CPU work". */
  label: string;
  kind: ValueKind;
  /** The assumption as a sentence: "*{v}* of {step} time is CPU". */
  sentence: string;
  /** What one would have to know, without a question mark: "how much of {step} time is CPU work". */
  question: string;
  /** What a person may type into the form. */
  example: string;
  /** Conditions under which another verdict holds: "containers are under {v} busy". */
  below: string;
  above: string;
}

/** Words for fields that need no special conditions. */
export function words(
  label: string,
  kind: ValueKind,
  sentence: string,
  question: string,
  example: string,
  conditions?: { below: string; above: string },
): PathWords {
  const name = label.charAt(0).toLowerCase() + label.slice(1);
  const generic = { below: `${name} is under {v}`, above: `${name} is over {v}` };
  return { label, kind, sentence, question, example, ...(conditions ?? generic) };
}
