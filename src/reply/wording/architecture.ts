import { assertNever } from "#src/errors.ts";
import type { Architecture } from "#src/model/architecture-name.ts";
import type { Estimate, Family, Verdict } from "#src/model/assessment.ts";
import { capital } from "#src/reply/sentence-case.ts";

/** The one vocabulary for the five designs; rows of tables start with it. */
export function architectureLabel(architecture: Architecture): string {
  switch (architecture) {
    case "serverless":
      return "As described";
    case "serverless-tuned":
      return "Tuned serverless";
    case "monolith-fargate":
      return "Monolith on Fargate";
    case "monolith-ec2":
      return "Monolith on EC2";
    case "hybrid":
      return "Hybrid";
    default:
      return assertNever(architecture);
  }
}

/** The same inside a sentence. */
export function architectureName(architecture: Architecture): string {
  const label = architectureLabel(architecture);
  return label.charAt(0).toLowerCase() + label.slice(1);
}

/** With the article its place in a sentence needs: "a monolith on Fargate", "tuned serverless". */
export function anArchitecture(architecture: Architecture): string {
  switch (architecture) {
    case "serverless":
      return "serverless as described";
    case "serverless-tuned":
      return "tuned serverless";
    case "monolith-fargate":
      return "a monolith on Fargate";
    case "monolith-ec2":
      return "a monolith on EC2";
    case "hybrid":
      return "a hybrid";
    default:
      return assertNever(architecture);
  }
}

/** The design as the thing a sentence is about: "as described it stops", "tuned serverless stops". */
export function architectureSubject(architecture: Architecture): string {
  switch (architecture) {
    case "serverless":
      return "as described it";
    case "serverless-tuned":
      return "tuned serverless";
    case "monolith-fargate":
      return "the monolith on Fargate";
    case "monolith-ec2":
      return "the monolith on EC2";
    case "hybrid":
      return "the hybrid";
    default:
      return assertNever(architecture);
  }
}

export function familyOf(architecture: Architecture): Family {
  switch (architecture) {
    case "serverless":
    case "serverless-tuned":
      return "serverless";
    case "monolith-fargate":
    case "monolith-ec2":
      return "monolith";
    case "hybrid":
      return "hybrid";
    default:
      return assertNever(architecture);
  }
}

/** A family inside a sentence: "a monolith". */
export function aFamily(family: Family): string {
  switch (family) {
    case "serverless":
      return "serverless";
    case "monolith":
      return "a monolith";
    case "hybrid":
      return "a hybrid";
    default:
      return assertNever(family);
  }
}

/** A family as a heading or the start of a sentence: "Monolith". */
export function familyLabel(family: Family): string {
  return capital(family);
}

/** The verdict in one or three words: "monolith", "too close to call". */
export function verdictName(verdict: Verdict): string {
  switch (verdict) {
    case "serverless":
    case "monolith":
    case "hybrid":
      return verdict;
    case "too-close-to-call":
      return "too close to call";
    case "out-of-scope":
      return "out of scope";
    default:
      return assertNever(verdict);
  }
}

/** The family's cheapest design that is shown and can run the workload, or null. */
export function cheapestOf(estimates: readonly Estimate[], family: Family): Estimate | null {
  const candidates = estimates.filter(
    (estimate) =>
      estimate.shown && familyOf(estimate.architecture) === family && estimate.feasible && hasTotal(estimate),
  );
  return candidates.reduce<Estimate | null>(
    (best, estimate) => (best === null || estimate.monthlyUsd.point < best.monthlyUsd.point ? estimate : best),
    null,
  );
}

/** A total needs every price: one that is missing a line would look cheap. */
export function hasTotal(estimate: Estimate): boolean {
  return estimate.missing.length === 0;
}
