import type { Change } from "#src/model/change.ts";
import type { Workload } from "#src/model/workload.ts";
import type { Edits } from "./to-changes.ts";

function set(path: string, value: string | boolean | number | null, notes: Edits["notes"] = []): Edits {
  return { changes: [{ op: "set", path, value }], notes };
}

const nothing: Edits = { changes: [], notes: [] };

/**
 * Edits of a choice token: `%region=eu-west-1`, `%orch`, `!s3`. Null where the choice is not clear enough to make.
 *
 * @param before the words before the token, which tell "through S3" from a mention of S3
 */
export function choiceEdits(token: string, before: string, workload: Workload): Edits | null {
  const [name = "", value] = token.slice(1).split("=");
  return token.startsWith("!") ? refusedEdits(name, workload) : chosenEdits(name, value, before, workload);
}

function chosenEdits(name: string, value: string | undefined, before: string, workload: Workload): Edits | null {
  switch (name) {
    case "region":
      return value === undefined ? null : set("region", value);
    case "instance":
      return instanceEdits(value ?? "", before);
    case "arch":
      return set("purchase.lambdaArchitecture", value ?? "arm64");
    case "buy":
      return set("purchase.commitment", value ?? "none");
    case "plan":
      return set("purchase.commitment", "compute-savings-plan-1y", [{ code: "one-year-taken" }]);
    case "free":
      return set("purchase.freeTier", value === "true");
    case "durable":
      return set("orchestration.durable", value === "true");
    case "orch":
      return orchestrationEdits(value, workload);
    case "entry":
      return value === undefined ? null : set("entry.kind", value);
    case "gateway":
      return gatewayEdits(workload);
    case "queue":
      return queueEdits(workload);
    case "s3":
      return s3Edits(before, workload);
    default:
      return null;
  }
}

/** "6 m5.4xlarge" says how many, too. */
function instanceEdits(instanceType: string, before: string): Edits {
  const change: Change = { op: "set", path: "container.instanceType", value: instanceType };
  const count = / #(?:n|x)=(\d+)\S* (?:x |of )?(?:the )?$/.exec(` ${before} `)?.[1];
  const counted: readonly Change[] =
    count === undefined ? [] : [{ op: "set", path: "container.instanceCount", value: Number(count) }];
  return { changes: [change, ...counted], notes: [] };
}

function orchestrationEdits(kind: string | undefined, workload: Workload): Edits | null {
  if (kind !== undefined) return set("orchestration.kind", kind);
  const current = workload.orchestration.kind;
  const alreadySo = current === "step-functions-standard" || current === "step-functions-express";
  return alreadySo ? nothing : set("orchestration.kind", "step-functions-standard", [{ code: "standard-taken" }]);
}

function gatewayEdits(workload: Workload): Edits {
  const { kind } = workload.entry;
  if (kind === "api-gateway-http" || kind === "api-gateway-rest") return nothing;
  return set("entry.kind", "api-gateway-http", [{ code: "http-api-taken" }]);
}

/** With one step a queue can only stand before it. With several, and something else that joins them, it is not clear. */
function queueEdits(workload: Workload): Edits | null {
  if (workload.steps.length === 1) return set("entry.kind", "sqs");
  return workload.entry.kind === "sqs" ? set("orchestration.kind", "queue") : null;
}

function s3Edits(before: string, workload: Workload): Edits | null {
  if (workload.handoff.store === "s3") return nothing;
  return /\b(?:through|via|over|using|use|with|in|to|on|into)$/.test(before.trim()) ? set("handoff.store", "s3") : null;
}

function refusedEdits(name: string, workload: Workload): Edits | null {
  switch (name) {
    case "orch":
      return set("orchestration.kind", "none");
    case "s3":
    case "store":
      return set("handoff.store", "none");
    case "entry":
    case "gateway":
      return set("entry.kind", "none");
    case "queue":
      if (workload.orchestration.kind === "queue") return set("orchestration.kind", "none");
      return workload.entry.kind === "sqs" ? set("entry.kind", "none") : null;
    case "buy":
    case "plan":
      return set("purchase.commitment", "none");
    case "arch":
      return set("purchase.lambdaArchitecture", "x86_64");
    case "target":
      return set("latency", null);
    default:
      return null;
  }
}
