import type { QuotaUse } from "./assessment.ts";
import { isBuffered } from "./capacity/run-mode.ts";
import type { QuotaRow } from "./catalog.ts";
import type { Scene } from "./design.ts";
import type { Infeasibility } from "./statement.ts";
import { SECONDS_PER_DAY } from "./units.ts";
import type { Workload } from "./workload.ts";

/** Beyond ten times its default nobody should plan on a raise, where AWS names no figure. */
const REACH_OF_DEFAULT = 10;
/** Requests a second that come with each unit of concurrency: lambda.rps.perEnvironment is a factor, not a total. */
const CONCURRENCY_QUOTA = "lambda.concurrency";
const RPS_QUOTA = "lambda.rps.perEnvironment";
const FLAT = 1e-9;

export interface Demand {
  mean: number;
  peak: number;
}

interface Ceiling {
  row: QuotaRow;
  applied: number;
  default: number;
  raisableTo: number | null;
  stated: boolean;
}

/** Quota uses of one estimate, tightest first; quotas that nothing is asked of are left out. */
export function quotaUses(scene: Scene, demands: ReadonlyMap<string, Demand>): QuotaUse[] {
  const uses = new Map<string, QuotaUse>();
  for (const [key, demand] of demands) {
    if (demand.peak <= 0) continue;
    // "quota#function": the quota holds for each function alone, so the tightest one speaks for it.
    const quotaId = key.split("#")[0] ?? key;
    const ceiling = ceilingOf(scene, quotaId);
    if (ceiling === null) continue;
    const use = useOf(scene, quotaId, ceiling, demand);
    const known = uses.get(quotaId);
    if (known === undefined || use.demandPeak > known.demandPeak) uses.set(quotaId, use);
  }
  return [...uses.values()].sort((a, b) => tightness(a) - tightness(b) || a.quota.localeCompare(b.quota));
}

function tightness(use: QuotaUse): number {
  return use.applied / use.demandChecked;
}

function ceilingOf(scene: Scene, quotaId: string): Ceiling | null {
  const row = scene.books.quotas.get(quotaId);
  if (row === undefined) return null;
  const own = scene.workload.appliedQuotas[quotaId];
  if (quotaId !== RPS_QUOTA) {
    // A quota without a default (the team's own database) exists once the team states it.
    const applied = own ?? row.value;
    if (applied === null) return null;
    return {
      row,
      applied,
      default: row.value ?? applied,
      raisableTo: row.raisableTo,
      stated: own !== undefined,
    };
  }
  const concurrency = ceilingOf(scene, CONCURRENCY_QUOTA);
  if (concurrency === null || row.value === null) return null;
  return {
    row: { ...row, class: "raisable", adjustable: true },
    applied: own ?? row.value * concurrency.applied,
    default: row.value * concurrency.default,
    raisableTo: concurrency.raisableTo === null ? null : row.value * concurrency.raisableTo,
    stated: own !== undefined || concurrency.stated,
  };
}

function useOf(scene: Scene, quota: string, ceiling: Ceiling, demand: Demand): QuotaUse {
  const { workload } = scene;
  const { row, applied } = ceiling;
  const checked = isBuffered(workload.entry.kind) ? demand.mean : demand.peak;
  return {
    quota,
    name: row.name,
    service: row.service,
    class: row.class,
    applied,
    default: ceiling.default,
    unit: row.unit,
    demandMean: demand.mean,
    demandPeak: demand.peak,
    demandChecked: checked,
    utilization: demand.peak / applied,
    headroom: applied / demand.peak,
    counts: counts(row, ceiling.stated) && checked > 0,
    adjustable: row.adjustable,
    raisableTo: ceiling.raisableTo,
    stated: ceiling.stated,
    atLimit: row.atLimit,
    monthsToLimit: monthsToLimit(applied / checked, workload.growthPerMonth),
    delayAtPeakSeconds: delayAtPeakSeconds(workload, applied, demand),
    asOf: row.effectiveDate,
    source: row.source,
    verified: row.verified,
  };
}

/** Account-age values differ by account: they count only when the team stated its own. A guideline never counts. */
function counts(row: QuotaRow, stated: boolean): boolean {
  switch (row.class) {
    case "hard":
    case "raisable":
      return true;
    case "account-age":
      return stated;
    case "guideline":
      return false;
  }
}

/** Compounding growth reaches a headroom h after ln h / ln (1 + g) months. */
export function monthsToLimit(headroom: number, growthPerMonth: number): number | null {
  if (headroom <= 1) return 0;
  if (growthPerMonth <= 0 || !Number.isFinite(headroom)) return null;
  return Math.log(headroom) / Math.log(1 + growthPerMonth);
}

/**
 * Longest delay of a buffered entry on a day whose load follows L(x) = P x^(P-1) while the quota lets c times the
 * mean through: the backlog that builds while L > c, divided by c. Null where nothing queues, or where the mean alone is
 * too much and the backlog never ends.
 */
function delayAtPeakSeconds(workload: Workload, applied: number, demand: Demand): number | null {
  if (!isBuffered(workload.entry.kind)) return null;
  const through = applied / demand.mean;
  if (through <= 1) return null;
  const peak = workload.peakToMean;
  if (through >= peak || peak - 1 < FLAT) return 0;
  const from = (through / peak) ** (1 / (peak - 1));
  const backlog = 1 - from ** peak - through * (1 - from);
  return (SECONDS_PER_DAY * backlog) / through;
}

/** Share of the planned peak the tightest quota that counts lets through, capped at 1. */
export function supportedShareOf(uses: readonly QuotaUse[]): number {
  let share = 1;
  for (const use of uses) if (use.counts) share = Math.min(share, use.applied / use.demandChecked);
  return share;
}

/** Raisable quotas that no raise is likely to reach: beyond AWS's own word, else ten times the default. */
export function outOfReach(uses: readonly QuotaUse[]): Infeasibility[] {
  const refusals: Infeasibility[] = [];
  for (const use of uses) {
    if (use.class !== "raisable") continue;
    const reachable = Math.max(use.applied, use.raisableTo ?? use.default * REACH_OF_DEFAULT);
    if (use.demandChecked > reachable) {
      refusals.push({
        code: "quota-out-of-reach",
        quota: use.quota,
        applied: use.applied,
        demand: use.demandChecked,
        reachable,
      });
    }
  }
  return refusals;
}

/** The same test on bare demands, for the thousands of points of the range. */
export function isWithinReach(scene: Scene, demands: ReadonlyMap<string, Demand>): boolean {
  const buffered = isBuffered(scene.workload.entry.kind);
  for (const [key, demand] of demands) {
    const hash = key.indexOf("#");
    if (hash >= 0) continue;
    const row = scene.books.quotas.get(key);
    if (row === undefined || row.value === null) continue;
    if (row.class !== "raisable" && key !== RPS_QUOTA) continue;
    const ceiling = key === RPS_QUOTA ? ceilingOf(scene, key) : null;
    const applied = ceiling?.applied ?? scene.workload.appliedQuotas[key] ?? row.value;
    const raised =
      ceiling === null
        ? (row.raisableTo ?? row.value * REACH_OF_DEFAULT)
        : (ceiling.raisableTo ?? ceiling.default * REACH_OF_DEFAULT);
    if ((buffered ? demand.mean : demand.peak) > Math.max(applied, raised)) return false;
  }
  return true;
}
