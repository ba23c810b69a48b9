import type { Architecture } from "#src/model/architecture-name.ts";
import type { Assessment, Curve, Family } from "#src/model/assessment.ts";
import { chartAltText } from "./chart-alt-text.ts";
import type { ChartLine, ChartSpec } from "./chart-spec.ts";
import { oneLine } from "./clean-text.ts";
import { money } from "./money.ts";
import { chartUnit, computedRate, computedRateIn, type RateUnit, rate, unitName } from "./rates.ts";
import { estimateOf, isPriced } from "./views/estimates.ts";
import { aFamily, architectureLabel, cheapestOf, familyLabel, familyOf } from "./wording/architecture.ts";
import { noun } from "./wording/unit-of-work.ts";

/** `card`: as described, tuned, the monolith that counts. `all`: every design, two of them thin. */
export type ChartDetail = "card" | "all";

/** Cost of a million units against load, as data for every drawing. Null when there is nothing to compare. */
export function breakEvenChart(assessment: Assessment, detail: ChartDetail): ChartSpec | null {
  const { workload } = assessment;
  const main = mainArchitectures(assessment);
  const drawn = assessment.curves.filter(
    ({ architecture, points }) => points.length > 1 && (detail === "all" || main.includes(architecture)),
  );
  const twins = new Set<Architecture>();
  const curves = drawn.map((curve) => {
    const cheaper = detail === "all" ? null : cheaperTwin(curve, assessment);
    if (cheaper !== null) twins.add(curve.architecture);
    return cheaper ?? curve;
  });
  if (curves.length === 0 || !(workload.ratePerSecond > 0)) return null;
  const unit = chartUnit(workload.ratePerSecond);
  const lines = curves.map((curve) => {
    const line = lineOf(curve, assessment, unit, !main.includes(curve.architecture));
    return twins.has(curve.architecture) ? { ...line, label: familyLabel(line.family) } : line;
  });
  const { many } = noun(workload.unitOfWork);
  const bands = bandsOf(assessment, curves);
  const breakEvens = assessment.breakEven.flatMap((entry) => {
    const costs = curves
      .filter(({ architecture }) => familyOf(architecture) === entry.to || familyOf(architecture) === entry.from)
      .flatMap((curve) => costAt(curve, entry.ratePerSecond) ?? []);
    return costs.length === 0
      ? []
      : [
          {
            ratePerSecond: entry.ratePerSecond,
            usdPerMillionUnits: Math.min(...costs),
            label: computedRateIn(entry.ratePerSecond, unit),
          },
        ];
  });
  const spec = {
    title: chartTitle(assessment, bands),
    subtitle: [
      `Cost of a million ${many}, by load`,
      oneLine(workload.name, 40),
      `${oneLine(workload.region, 30)} list prices`,
    ]
      .filter((part) => part !== "")
      .join(" · "),
    unitPlural: many,
    lines,
    bands,
    breakEvens,
    you: { ratePerSecond: workload.ratePerSecond, label: rate(workload.ratePerSecond, unit) },
    rateUnit: unitName(unit),
  };
  return { ...spec, altText: chartAltText(spec) };
}

/** The lines of the card: what was described, its tuned form when it differs, and one monolith. */
function mainArchitectures(assessment: Assessment): Architecture[] {
  const preferred = estimateOf(assessment, assessment.recommendation.preferred);
  const monolith =
    preferred !== null && familyOf(preferred.architecture) === "monolith"
      ? preferred
      : (cheapestOf(assessment.estimates, "monolith") ?? null);
  const tuned = estimateOf(assessment, "serverless-tuned");
  const described = estimateOf(assessment, "serverless");
  const tunedDiffers =
    isPriced(tuned) && (!isPriced(described) || tuned.monthlyUsd.point < described.monthlyUsd.point * 0.999);
  return [
    ...(isPriced(described) ? (["serverless"] as const) : []),
    ...(tunedDiffers ? (["serverless-tuned"] as const) : []),
    ...(monolith === null ? [] : [monolith.architecture]),
    ...(preferred?.architecture === "hybrid" ? (["hybrid"] as const) : []),
  ];
}

/** Closer than this two designs are a tie, in a chart as in the table. */
const TIE = 1.05;

/**
 * The card draws one monolith. Break-evens compare families, so where Fargate and EC2 differ by more than a tie its
 * line takes the cheaper of both at each load: otherwise the ring would lie where the drawn lines do not cross.
 */
function cheaperTwin(curve: Curve, { curves, estimates }: Assessment): Curve | null {
  const twin = { "monolith-fargate": "monolith-ec2", "monolith-ec2": "monolith-fargate" } as const;
  const { architecture: own } = curve;
  if (own !== "monolith-fargate" && own !== "monolith-ec2") return null;
  const other = curves.find(({ architecture }) => architecture === twin[own]);
  const runs = estimates.some(({ architecture, feasible }) => architecture === twin[own] && feasible);
  if (other === undefined || !runs) return null;
  const costs = (each: Curve, index: number) => each.points[index]?.usdPerMillionUnits ?? Number.POSITIVE_INFINITY;
  if (!curve.points.some((point, index) => point.usdPerMillionUnits > costs(other, index) * TIE)) return null;
  const points = curve.points.map((point, index) => {
    const rival = other.points[index];
    return rival !== undefined && rival.usdPerMillionUnits < point.usdPerMillionUnits ? rival : point;
  });
  return { ...curve, points };
}

function lineOf(curve: Curve, assessment: Assessment, unit: RateUnit, secondary: boolean): ChartLine {
  const { architecture, quotaWallRatePerSecond: wall } = curve;
  const atYou = costAt(curve, assessment.workload.ratePerSecond);
  const estimate = estimateOf(assessment, architecture);
  return {
    architecture,
    family: familyOf(architecture),
    label: architecture === "serverless" ? "Serverless as described" : architectureLabel(architecture),
    points: curve.points.map(({ ratePerSecond, usdPerMillionUnits }) => ({ ratePerSecond, usdPerMillionUnits })),
    wall: wall === null ? null : { ratePerSecond: wall, label: `quota wall ${computedRateIn(wall, unit)}` },
    atYou:
      atYou === null || !isPriced(estimate)
        ? null
        : { usdPerMillionUnits: atYou, label: `${money(estimate.monthlyUsd.point)}/mo` },
    secondary,
  };
}

/** Cost of a million units at a load, straight between neighbours on both logarithms. Null outside the curve. */
export function costAt({ points }: Pick<Curve, "points">, ratePerSecond: number): number | null {
  const after = points.findIndex((point) => point.ratePerSecond >= ratePerSecond);
  const right = points[after];
  if (right === undefined) return null;
  if (right.ratePerSecond === ratePerSecond) return right.usdPerMillionUnits;
  const left = points[after - 1];
  if (left === undefined) return null;
  if (left.usdPerMillionUnits <= 0 || right.usdPerMillionUnits <= 0 || left.ratePerSecond <= 0) {
    return Math.max(left.usdPerMillionUnits, right.usdPerMillionUnits);
  }
  const share = Math.log(ratePerSecond / left.ratePerSecond) / Math.log(right.ratePerSecond / left.ratePerSecond);
  return left.usdPerMillionUnits * (right.usdPerMillionUnits / left.usdPerMillionUnits) ** share;
}

/** Ranges of load by the family that costs least, covering the axis. */
function bandsOf(assessment: Assessment, curves: readonly Curve[]): ChartSpec["bands"] {
  const loads = curves.flatMap(({ points }) => points.map((point) => point.ratePerSecond));
  const from = Math.min(...loads);
  const to = Math.max(...loads);
  const crossings = assessment.breakEven
    .filter(({ ratePerSecond }) => ratePerSecond > from && ratePerSecond < to)
    .toSorted((a, b) => a.ratePerSecond - b.ratePerSecond);
  const edges = [from, ...crossings.map((entry) => entry.ratePerSecond), to];
  const families: (Family | null)[] = [
    crossings[0]?.from ?? everywhere(assessment),
    ...crossings.map((entry) => entry.to),
  ];
  return families.map((family, position) => ({
    fromRatePerSecond: edges[position] ?? from,
    toRatePerSecond: edges[position + 1] ?? to,
    family,
  }));
}

/** The family that costs least when none ever overtakes another. */
function everywhere({ recommendation }: Assessment): Family | null {
  return recommendation.cheapest === null ? null : familyOf(recommendation.cheapest);
}

/** False for a family whose designs are all left out of the table: the finding must not name what is not shown. */
function isShown({ estimates }: Assessment, family: Family): boolean {
  return estimates.some((estimate) => estimate.shown && familyOf(estimate.architecture) === family);
}

/** The finding: "Above 6 images/s a monolith costs least". */
function chartTitle(assessment: Assessment, bands: ChartSpec["bands"]): string {
  const { ratePerSecond, unitOfWork } = assessment.workload;
  const { many } = noun(unitOfWork);
  const position = bands.findIndex(
    (band) => ratePerSecond >= band.fromRatePerSecond && ratePerSecond < band.toRatePerSecond,
  );
  const own = bands[position === -1 ? bands.length - 1 : position];
  if (own === undefined || own.family === null || !isShown(assessment, own.family))
    return `Cost of a million ${many}, by load`;
  const load = (rate: number) => {
    const { digits, unit } = computedRate(rate);
    return `${digits} ${many}${unit.short}`;
  };
  const isFirst = own === bands[0];
  const isLast = own === bands.at(-1);
  if (isFirst && isLast) return `${familyLabel(own.family)} costs least at every load shown`;
  if (isLast) return `Above ${load(own.fromRatePerSecond)} ${aFamily(own.family)} costs least`;
  if (isFirst) return `Up to ${load(own.toRatePerSecond)} ${aFamily(own.family)} costs least`;
  return `From ${load(own.fromRatePerSecond)} to ${load(own.toRatePerSecond)} ${aFamily(own.family)} costs least`;
}
