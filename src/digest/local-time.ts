/** A wall-clock moment somewhere. Months count from 1. */
export interface LocalTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    calendar: "gregory",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(zone, made);
  return made;
}

/** What clocks in a zone show at an instant. */
export function localTime(at: Date, zone: string): LocalTime {
  const found: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(at)) found[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = found;
  return { year, month, day, hour, minute, second };
}

function asUtcMs({ year, month, day, hour, minute, second }: LocalTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** How far a zone's clocks are ahead of UTC at an instant. */
export function offsetMs(at: Date, zone: string): number {
  return asUtcMs(localTime(at, zone)) - Math.floor(at.getTime() / 1000) * 1000;
}

const DAY_MS = 86_400_000;

/**
 * The instant at which clocks in a zone show a time. A time that clocks skip (summer time begins) comes as much later
 * as they skip; of a time that they show twice (summer time ends) the first is taken.
 */
export function instantOf(local: LocalTime, zone: string): Date {
  const wall = asUtcMs(local);
  const before = wall - offsetMs(new Date(wall - DAY_MS), zone);
  const after = wall - offsetMs(new Date(wall + DAY_MS), zone);
  const shows = [before, after].filter((ms) => asUtcMs(localTime(new Date(ms), zone)) === wall);
  return new Date(shows.length === 0 ? before : Math.min(...shows));
}
