import type { BreakEven, Estimate, Family, LineItem, QuotaUse, Reason } from "#src/model/assessment.ts";

/** A tuning that saves less than this is not news. */
const TUNING_WORTH_TELLING = 0.2;
/** A line under this share of the bill does not explain it. */
const LINE_WORTH_TELLING = 0.3;

/** An estimate with what a month of operating it is taken to cost more than serverless, USD. */
export interface PricedRival {
  estimate: Estimate;
  premiumUsd: number;
}

/** What reasons and counter-case are made of. */
export interface Evidence {
  /** By architecture name. */
  estimates: ReadonlyMap<string, Estimate>;
  preferred: Estimate;
  /** Best feasible estimate of another family; null when none can run it. */
  rival: Estimate | null;
  family: Family;
  breakEvens: readonly BreakEven[];
  ratePerSecond: number;
  utilizationNeeded: number | null;
  /** What operating the preferred one is taken to cost more than serverless, USD a month. */
  premiumUsd: number;
  /** Of the cheaper ones of other families, the one that comes nearest to paying for its own operation. */
  worthiestRival: PricedRival | null;
  coldShare: number;
  hasLatencyTarget: boolean;
}

/** Reasons for the verdict, by weight: what can run at all, what breaks, what it costs, what drives it. */
export function reasonsFor(evidence: Evidence): Reason[] {
  const { preferred, rival, estimates } = evidence;
  const described = estimates.get("serverless");
  return [
    ...raiseNeeded(preferred),
    ...(rival === null ? [onlyFeasible(evidence)] : [costsLess(preferred, rival, evidence)]),
    ...(described === undefined || described === preferred ? [] : stopsAt(described)),
    ...(described === undefined ? [] : largestLine(described)),
    ...tuningSaves(evidence),
    ...(rival?.fleet !== undefined && evidence.family === "serverless" ? [idleCost(rival, rival.fleet.idleUsd)] : []),
    ...utilization(evidence),
    ...latencyReason(evidence),
  ];
}

/** A preferred architecture whose quota must be raised first says so before anything else. */
function raiseNeeded(estimate: Estimate): Reason[] {
  return stopsAt(estimate);
}

function onlyFeasible(evidence: Evidence): Reason {
  const others = [...evidence.estimates.values()].filter((estimate) => !estimate.feasible).length;
  return {
    code: "only-feasible",
    figure: evidence.preferred.monthlyUsd.point,
    unit: "usd-month",
    subject: evidence.preferred.architecture,
    otherFigure: others,
  };
}

function costsLess(preferred: Estimate, rival: Estimate, evidence: Evidence): Reason {
  const savedUsd = rival.monthlyUsd.point - preferred.monthlyUsd.point;
  if (savedUsd >= 0) {
    return {
      code: "costs-less",
      figure: savedUsd,
      unit: "usd-month",
      subject: preferred.architecture,
      otherFigure: rival.monthlyUsd.point,
      otherSubject: rival.architecture,
    };
  }
  // The cheapest rival may be the one with most to run: the saving and the work it must pay for are of the same design.
  const worthiest = evidence.worthiestRival?.estimate ?? rival;
  return {
    code: "less-to-operate",
    figure: preferred.monthlyUsd.point - worthiest.monthlyUsd.point,
    unit: "usd-month",
    subject: preferred.architecture,
    ...(evidence.worthiestRival === null ? {} : { otherFigure: evidence.worthiestRival.premiumUsd }),
    otherSubject: worthiest.architecture,
  };
}

/** The tightest quota that counts, when it stops the design short of its planned peak. */
export function bindingQuota(estimate: Estimate): QuotaUse | undefined {
  return estimate.limits.find((use) => use.counts);
}

function stopsAt(estimate: Estimate): Reason[] {
  const quota = bindingQuota(estimate);
  if (quota === undefined || estimate.supportedShare >= 1) return [];
  return [
    {
      code: "stops-at-share",
      figure: estimate.supportedShare,
      unit: "share",
      subject: estimate.architecture,
      otherSubject: quota.quota,
    },
  ];
}

/** The dearest own line, summed over lines of the same service and dimension. */
export function dearestLine(lines: readonly LineItem[]): { id: string; costUsd: number } | null {
  const byId = new Map<string, number>();
  for (const line of lines) {
    if (line.share === "shared") continue;
    const id = `${line.service}/${line.dimension}`;
    byId.set(id, (byId.get(id) ?? 0) + line.costUsd);
  }
  let dearest: { id: string; costUsd: number } | null = null;
  for (const [id, costUsd] of byId) if (dearest === null || costUsd > dearest.costUsd) dearest = { id, costUsd };
  return dearest;
}

function largestLine(estimate: Estimate): Reason[] {
  const dearest = dearestLine(estimate.lineItems);
  const total = estimate.monthlyUsd.point;
  if (dearest === null || dearest.costUsd < total * LINE_WORTH_TELLING) return [];
  return [
    {
      code: "largest-line",
      figure: dearest.costUsd,
      unit: "usd-month",
      subject: dearest.id,
      otherFigure: total,
      otherSubject: estimate.architecture,
    },
  ];
}

/** Share of the described cost that the named tuning alone saves, on lines that differ. */
export function tuningSaving(estimates: ReadonlyMap<string, Estimate>): { tuning: string; share: number } | null {
  const described = estimates.get("serverless");
  const tuned = estimates.get("serverless-tuned");
  if (described === undefined || tuned?.tuning === undefined || !tuned.feasible || described.ownUsd <= 0) return null;
  return { tuning: tuned.tuning, share: 1 - tuned.ownUsd / described.ownUsd };
}

function tuningSaves(evidence: Evidence): Reason[] {
  const saving = tuningSaving(evidence.estimates);
  if (saving === null || saving.share < TUNING_WORTH_TELLING) return [];
  return [
    { code: "tuning-saves", figure: saving.share, unit: "share", subject: saving.tuning, otherSubject: "serverless" },
  ];
}

export function idleCost(estimate: Estimate, idleUsd: number): Reason {
  return { code: "idle-cost", figure: idleUsd, unit: "usd-month", subject: estimate.architecture };
}

/** A reason only for the side it speaks for: containers at or above the utilisation they need, serverless below it. */
function utilization(evidence: Evidence): Reason[] {
  const forServerless = evidence.family === "serverless";
  const container = forServerless ? evidence.rival : evidence.preferred;
  if (evidence.utilizationNeeded === null || container?.fleet === undefined) return [];
  if (container.fleet.utilization >= evidence.utilizationNeeded === forServerless) return [];
  return [
    {
      code: "utilization-needed",
      figure: evidence.utilizationNeeded,
      unit: "share",
      subject: container.architecture,
      otherFigure: container.fleet.utilization,
    },
  ];
}

function latencyReason(evidence: Evidence): Reason[] {
  const { preferred, rival } = evidence;
  if (!evidence.hasLatencyTarget || rival === null) return [];
  return [
    {
      code: "latency",
      figure: preferred.latencyMs.p99,
      unit: "ms",
      subject: preferred.architecture,
      otherFigure: rival.latencyMs.p99,
      otherSubject: rival.architecture,
    },
  ];
}
