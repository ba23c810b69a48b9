import type { Estimate } from "#src/model/assessment.ts";
import type { Risk } from "#src/model/statement.ts";
import type { Workload } from "#src/model/workload.ts";

/** More concurrent Lambda calls than this each open a database connection somewhere; small databases stop long before. */
const CONNECTIONS_WORTH_TELLING = 100;
/** Ramps shorter than this outrun container scaling. */
const FAST_RAMP_MINUTES = 10;
const SPIKY_FROM = 5;

/** Risks that hold for the preferred estimate whatever its figure says. */
export function risksOf(workload: Workload, preferred: Estimate, judgementShare: number): Risk[] {
  const risks: Risk[] = [];
  const binding = preferred.limits.find((use) => use.counts);
  if (preferred.supportedShare < 1 && binding !== undefined) {
    risks.push({ code: "raise-needed-first", subject: binding.quota, figure: preferred.supportedShare });
  }
  const accountAge = preferred.limits.find((use) => use.class === "account-age" && !use.stated);
  if (accountAge !== undefined) {
    risks.push({ code: "account-vcpu-check", subject: accountAge.quota, figure: accountAge.demandChecked });
  }
  const concurrency = preferred.limits.find((use) => use.quota === "lambda.concurrency");
  if (concurrency !== undefined && concurrency.demandPeak > CONNECTIONS_WORTH_TELLING) {
    risks.push({ code: "downstream-connections", figure: concurrency.demandPeak });
  }
  if (workload.entry.kind === "s3-event") risks.push({ code: "recursive-trigger" });
  if (preferred.givesUp.includes("at-least-once")) risks.push({ code: "at-least-once" });
  if (preferred.fleet !== undefined || preferred.givesUp.includes("one-deployment")) {
    risks.push({ code: "single-deployment" });
  }
  if (preferred.fleet !== undefined && workload.peakToMean >= SPIKY_FROM && workload.rampMinutes < FAST_RAMP_MINUTES) {
    risks.push({ code: "burst-ramp", figure: workload.rampMinutes });
  }
  if (workload.purchase.commitment === "spot" && preferred.fleet !== undefined)
    risks.push({ code: "spot-interruption" });
  const estimated = preferred.lineItems.filter((line) => line.estimated !== undefined).length;
  if (estimated > 0) risks.push({ code: "estimated-prices", figure: estimated });
  if (judgementShare > 0.5) risks.push({ code: "judgement-inputs", figure: judgementShare });
  return risks;
}
