/** The unit of time in which a chart counts load. */
export type RateUnit = "second" | "minute" | "hour" | "day";

const secondsIn: Readonly<Record<RateUnit, number>> = { second: 1, minute: 60, hour: 3600, day: 86_400 };

const shortNames: Readonly<Record<RateUnit, string>> = { second: "s", minute: "min", hour: "h", day: "day" };

/** The unit in which a person would say this load: 300 a second, 3 a minute, 8.6 a day. */
export function rateUnitFor(ratePerSecond: number): RateUnit {
  if (ratePerSecond >= 0.1) return "second";
  if (ratePerSecond * 60 >= 0.5) return "minute";
  return ratePerSecond * 3600 >= 0.5 ? "hour" : "day";
}

export function inUnit(ratePerSecond: number, unit: RateUnit): number {
  return ratePerSecond * secondsIn[unit];
}

export function perSecond(rate: number, unit: RateUnit): number {
  return rate / secondsIn[unit];
}

export function shortName(unit: RateUnit): string {
  return shortNames[unit];
}
