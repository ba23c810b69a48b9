import { assertNever } from "#src/errors.ts";
import type { Parameters } from "#src/model/parameters.ts";
import { HOURS_PER_MONTH } from "#src/model/units.ts";
import type { Commitment } from "#src/model/workload.ts";

/** How a commitment or spot changes the price of container capacity. */
export interface CapacityTerms {
  /** Hours a committed unit costs at list price; null without a commitment. */
  committedHours: number | null;
  /** Share of the list price paid for every hour (spot). */
  keep: number;
  /** Hours are this much longer: work repeated after interruptions. */
  rework: number;
}

const ON_DEMAND: CapacityTerms = { committedHours: null, keep: 1, rework: 1 };

export function capacityTerms(commitment: Commitment, on: "fargate" | "ec2", parameters: Parameters): CapacityTerms {
  const ec2 = on === "ec2";
  switch (commitment) {
    case "none":
      return ON_DEMAND;
    case "compute-savings-plan-1y":
      return committed(ec2 ? parameters.savingsPlanEc21y : parameters.savingsPlanFargate1y);
    case "compute-savings-plan-3y":
      return committed(ec2 ? parameters.savingsPlanEc23y : parameters.savingsPlanFargate3y);
    case "spot":
      return {
        committedHours: null,
        keep: 1 - (ec2 ? parameters.spotEc2 : parameters.spotFargate),
        rework: 1 + parameters.spotRework,
      };
    default:
      return assertNever(commitment);
  }
}

/** A plan pays (1 - discount) of every hour of the month, used or not. */
function committed(discount: number): CapacityTerms {
  return { committedHours: (1 - discount) * HOURS_PER_MONTH, keep: 1, rework: 1 };
}

/** Share of the list price paid for Lambda duration; requests are never discounted. Spot does not exist for Lambda. */
export function lambdaDurationKeep(commitment: Commitment, parameters: Parameters): number {
  switch (commitment) {
    case "none":
    case "spot":
      return 1;
    case "compute-savings-plan-1y":
      return 1 - parameters.savingsPlanLambda1y;
    case "compute-savings-plan-3y":
      return 1 - parameters.savingsPlanLambda3y;
    default:
      return assertNever(commitment);
  }
}
