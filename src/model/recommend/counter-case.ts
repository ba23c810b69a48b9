import { familyOf } from "#src/model/architectures.ts";
import type { BreakEven, Estimate, Family, Reason } from "#src/model/assessment.ts";
import { type Evidence, idleCost } from "./reasons.ts";

const STRONGEST = 2;

/**
 * The two strongest figures for the family that loses, so that nobody has to find them: loads at which it wins, what
 * it carries, what it spares.
 */
export function counterCase(evidence: Evidence): Reason[] {
  const { rival, family } = evidence;
  if (rival === null) return [];
  const rivalFamily = familyOf(rival.architecture);
  const candidates = [
    ...cheaperAnyway(evidence, rival),
    ...winsAtLoad(evidence, rivalFamily),
    ...(rivalFamily === "serverless" ? forServerless(evidence) : forContainers(evidence, rival)),
    ...carries(rival),
    ...spares(evidence, rival, family),
    ...coldStarts(evidence, rivalFamily),
  ];
  return candidates.slice(0, STRONGEST);
}

function cheaperAnyway(evidence: Evidence, rival: Estimate): Reason[] {
  const savedUsd = evidence.preferred.monthlyUsd.point - rival.monthlyUsd.point;
  if (savedUsd <= 0) return [];
  return [
    {
      code: "costs-less",
      figure: savedUsd,
      unit: "usd-month",
      subject: rival.architecture,
      otherFigure: evidence.preferred.monthlyUsd.point,
      otherSubject: evidence.preferred.architecture,
    },
  ];
}

/** The nearest load at which the rival family becomes the cheapest. */
function winsAtLoad(evidence: Evidence, rivalFamily: Family): Reason[] {
  const nearest = evidence.breakEvens
    .map((crossing) => sideFor(crossing, rivalFamily))
    .filter((side) => side !== null)
    .sort((a, b) => Math.abs(Math.log(a.multiple)) - Math.abs(Math.log(b.multiple)))[0];
  if (nearest === undefined) return [];
  return [
    {
      code: "break-even-load",
      figure: nearest.ratePerSecond,
      unit: "rate-per-second",
      subject: nearest.side,
      otherSubject: rivalFamily,
    },
  ];
}

function sideFor(
  crossing: BreakEven,
  family: Family,
): { ratePerSecond: number; multiple: number; side: string } | null {
  const { ratePerSecond, multiple } = crossing;
  if (crossing.to === family) return { ratePerSecond, multiple, side: "above" };
  if (crossing.from === family) return { ratePerSecond, multiple, side: "below" };
  return null;
}

/** What containers cost while they wait. */
function forServerless(evidence: Evidence): Reason[] {
  const { preferred } = evidence;
  if (preferred.fleet === undefined || preferred.fleet.idleUsd <= 0) return [];
  return [idleCost(preferred, preferred.fleet.idleUsd)];
}

function forContainers(evidence: Evidence, rival: Estimate): Reason[] {
  if (evidence.utilizationNeeded === null || rival.fleet === undefined) return [];
  // Below it, the figure speaks for serverless.
  if (rival.fleet.utilization < evidence.utilizationNeeded) return [];
  return [
    {
      code: "utilization-needed",
      figure: evidence.utilizationNeeded,
      unit: "share",
      subject: rival.architecture,
      otherFigure: rival.fleet.utilization,
    },
  ];
}

/** How many times the planned peak the rival's own limits let through. */
function carries(rival: Estimate): Reason[] {
  const quota = rival.limits.find((use) => use.counts);
  if (quota === undefined) return [];
  const multiple = quota.applied / quota.demandChecked;
  if (multiple < 1) return [];
  return [
    {
      code: "carries-multiple",
      figure: multiple,
      unit: "multiple",
      subject: rival.architecture,
      otherSubject: quota.quota,
    },
  ];
}

function coldStarts(evidence: Evidence, rivalFamily: Family): Reason[] {
  if (rivalFamily === "serverless") return [];
  return [{ code: "cold-starts", figure: evidence.coldShare, unit: "share", subject: evidence.preferred.architecture }];
}

function spares(evidence: Evidence, rival: Estimate, family: Family): Reason[] {
  if (family === "serverless") return [];
  return [
    {
      code: "less-to-operate",
      figure: Math.max(0, rival.monthlyUsd.point - evidence.preferred.monthlyUsd.point),
      unit: "usd-month",
      subject: rival.architecture,
      otherFigure: evidence.premiumUsd,
      otherSubject: evidence.preferred.architecture,
    },
  ];
}
