import { handoffStores, type Origins, orchestrationKinds, type WorkloadInput } from "#src/model/workload.ts";
import type { Described } from "./context.ts";

/** Answers of the form that are choices; an empty one means "as in your words". */
export interface FormAnswers {
  orchestration?: string | undefined;
  handoff?: string | undefined;
  region?: string | undefined;
}

/** A description with the form's choices set over what the words say. */
export function withAnswers(described: Described, answers: FormAnswers): Described {
  if (described.kind === "ask") return described;
  const orchestration = orchestrationKinds.find((kind) => kind === answers.orchestration);
  const store = handoffStores.find((one) => one === answers.handoff);
  const chosen: Origins = {};
  let workload: WorkloadInput = described.workload;
  const stated = { origin: "stated", evidence: "chosen in the form" } as const;
  if (orchestration !== undefined) {
    workload = { ...workload, orchestration: { ...workload.orchestration, kind: orchestration } };
    chosen["orchestration.kind"] = stated;
  }
  if (store !== undefined) {
    workload = { ...workload, handoff: { ...workload.handoff, store } };
    chosen["handoff.store"] = stated;
  }
  if (answers.region !== undefined) {
    workload = { ...workload, region: answers.region };
    chosen["region"] = stated;
  }
  return { ...described, workload, origins: { ...described.origins, ...chosen } };
}
