/**
 * Paid hours of a fleet that follows the load.
 *
 * Load at quantile x of the active time is L(x) = P x^(P-1): mean 1, peak P, one parameter. The fleet holds
 * max(min, ceil(D min(P, L(x) + spare))) units, D being the units that the mean load needs. Solving for the time in
 * which unit k is on gives hours_k = H (1 - (((k-1)/D - spare)/P)^(1/(P-1))).
 */
export interface LoadProfile {
  /** Peak load / mean load. */
  peakToMean: number;
  activeHours: number;
  /** Share of mean load held ready because new capacity arrives late. */
  spare: number;
  /** Units that always run, and for how many hours. */
  floorUnits: number;
  floorHours: number;
  /** Hours above the floor are held this much longer than needed: scale-in is slow. */
  scaleInWaste: number;
  /**
   * Hours a committed unit is paid for, used or not; null without a commitment. A unit is committed only when that is
   * cheaper than its own hours on demand.
   */
  committedHours: number | null;
}

export interface FleetHours {
  /** Hours of capacity, all units together. */
  unitHours: number;
  /** The same in hours at list price: less where a commitment pays. */
  paidHours: number;
  unitsPeak: number;
}

/** Beyond this many units they are counted in blocks of a power of two, so that huge fleets cost no more time to size. */
const MAX_BLOCKS = 64;
const FLAT = 1e-9;

/** @param unitsAtMean D: units the mean load needs, a real number */
export function fleetHours(unitsAtMean: number, profile: LoadProfile): FleetHours {
  const { floorUnits, floorHours, peakToMean } = profile;
  const needPeak = unitsAtMean * peakToMean;
  const unitsPeak = Math.max(floorUnits, Math.ceil(needPeak - FLAT));
  const total: FleetHours = { unitHours: floorUnits * floorHours, paidHours: 0, unitsPeak };
  total.paidHours = floorUnits * paid(floorHours, profile);
  const above = unitsPeak - floorUnits;
  if (above <= 0) return total;
  let block = 1;
  while (above / block > MAX_BLOCKS) block *= 2;
  for (let k = floorUnits + 1; k <= unitsPeak; k += block) {
    const units = Math.min(block, unitsPeak - k + 1);
    const hours = hoursOfUnit(k, unitsAtMean, profile);
    total.unitHours += units * hours;
    total.paidHours += units * paid(hours, profile);
  }
  return total;
}

function hoursOfUnit(k: number, unitsAtMean: number, profile: LoadProfile): number {
  const { peakToMean, activeHours, spare, scaleInWaste } = profile;
  const exponentBase = ((k - 1) / unitsAtMean - spare) / peakToMean;
  if (exponentBase <= 0) return activeHours;
  const steepness = peakToMean - 1;
  // A flat load needs every unit below its level all the time.
  const below = steepness < FLAT ? 0 : exponentBase ** (1 / steepness);
  return Math.min(activeHours, activeHours * (1 - below) * scaleInWaste);
}

function paid(hours: number, profile: LoadProfile): number {
  return profile.committedHours === null ? hours : Math.min(hours, profile.committedHours);
}
