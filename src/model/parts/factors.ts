import type { Factor } from "#src/model/assessment.ts";
import { activeSecondsPerMonth, type Scene } from "#src/model/design.ts";

/** The factors most quantities begin with: rate x seconds of the month. */
export function unitFactors(scene: Scene): Factor[] {
  const { workload } = scene;
  return [
    { value: workload.ratePerSecond, what: `${workload.unitOfWork}/s`, path: "ratePerSecond" },
    { value: activeSecondsPerMonth(workload), what: "s", path: "activeHoursPerMonth" },
  ];
}
