import { nearestNames } from "#src/model/pricing/nearest-names.ts";
import { ambiguousAbbreviations, otherCities, zoneAbbreviations } from "./zone-names.ts";

const SLIPS_MAX = 2;

export type ZoneReading = { kind: "zone"; zone: string } | { kind: "which"; zones: readonly string[] } | null;

/** "Europe/Berlin", "berlin", "New York", "CET", "UTC+2": the zone; several when the words mean several; null: none. */
export function readZone(words: string): ZoneReading {
  const text = words
    .trim()
    .toLowerCase()
    .replace(/^(?:in|at)\s+/, "")
    .replace(/\s+(?:time(?: ?zone)?|local time)$/, "")
    .replaceAll("_", " ");
  if (text === "") return null;
  const known = zoneAbbreviations[text] ?? otherCities[text];
  if (known !== undefined) return { kind: "zone", zone: known };
  const several = ambiguousAbbreviations[text];
  if (several !== undefined) return { kind: "which", zones: several };
  return readOffset(text) ?? readIana(text) ?? readCity(text);
}

/** "UTC+2", "GMT-5", "+05:30": a zone without summer time. The zone database counts its signs the other way round. */
function readOffset(text: string): ZoneReading {
  const match = /^(?:utc|gmt)?\s*([+-])\s*(\d{1,2})(?::?([0-5]\d))?$/.exec(text);
  if (match === null) return null;
  const hours = Number(match[2]);
  const minutes = match[3] ?? "00";
  if (minutes !== "00") {
    const offset = `${match[1]}${String(hours).padStart(2, "0")}:${minutes}`;
    return isZone(offset) ? { kind: "zone", zone: offset } : null;
  }
  if (hours === 0) return { kind: "zone", zone: "UTC" };
  const zone = `Etc/GMT${match[1] === "+" ? "-" : "+"}${hours}`;
  return isZone(zone) ? { kind: "zone", zone } : null;
}

let byName: ReadonlyMap<string, readonly string[]> | null = null;

/** Every zone of the database by its city, in lower case. */
function cities(): ReadonlyMap<string, readonly string[]> {
  if (byName !== null) return byName;
  const found = new Map<string, string[]>();
  for (const zone of Intl.supportedValuesOf("timeZone")) {
    const city = (zone.split("/").at(-1) ?? "").replaceAll("_", " ").toLowerCase();
    found.set(city, [...(found.get(city) ?? []), zone]);
  }
  byName = found;
  return found;
}

function readIana(text: string): ZoneReading {
  if (!/^[a-z]+(?:\/[a-z0-9 +-]+)+$/.test(text)) return null;
  const [area = "", ...rest] = text.split("/");
  const listed = (cities().get(rest.at(-1) ?? "") ?? []).find((zone) => zone.toLowerCase().startsWith(`${area}/`));
  if (listed !== undefined && listed.toLowerCase().replaceAll("_", " ") === text) return { kind: "zone", zone: listed };
  // Older names of a zone (US/Pacific, Asia/Calcutta) are known to Intl but not listed.
  const name = text
    .split("/")
    .map((part) => part.replace(/(?:^|[ -])[a-z]/g, (letter) => letter.toUpperCase()).replaceAll(" ", "_"))
    .join("/");
  const zone = name
    .replace(/^Us\//, "US/")
    .replace(/\bGmt\b/, "GMT")
    .replace(/\bUtc\b/, "UTC");
  return isZone(zone) ? { kind: "zone", zone } : null;
}

function readCity(text: string): ZoneReading {
  const zones = cities().get(text) ?? [];
  const [zone] = zones;
  if (zone === undefined) return null;
  return zones.length === 1 ? { kind: "zone", zone } : { kind: "which", zones };
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The zone whose name, or city, is most like what was typed; null: none is. */
export function nearestZone(words: string): string | null {
  const typed = words.trim().replaceAll(" ", "_");
  const zones = Intl.supportedValuesOf("timeZone");
  const names = new Map(zones.flatMap((zone) => [zone, zone.split("/").at(-1) ?? zone].map((name) => [name, zone])));
  const near = [...names.keys()].filter(
    (name) => name.charAt(0).toLowerCase() === typed.charAt(0) && Math.abs(name.length - typed.length) <= SLIPS_MAX,
  );
  const [name] = nearestNames(typed, near, 1);
  return name === undefined ? null : (names.get(name) ?? null);
}
