import type { RegionName } from "./lexeme.ts";
import { lowerAt } from "./read-number.ts";
import { airportRegion, firstWords, knownRegions, places, shortCode } from "./region-names.ts";
import type { Piece } from "./scan.ts";
import { lemmaOf, slips } from "./spelling.ts";

type Read = { region: RegionName; next: number };

/** Longest place name, in words. */
const longestName = 3;
/** Place names that are also plain words: a place only in capitals, or with a direction behind ("us east"). */
const shyPlaces = new Set(["us", "ap", "nova", "america"]);

/** "us-esat-1" is us-east-1; "eu-south-9" is no slip of one letter, it is a region that does not exist. */
function nearestRegion(code: string): string | undefined {
  const digit = code.at(-1);
  const near = [...knownRegions].filter((known) => known.at(-1) === digit && slips(known, code) === 1);
  return near.length === 1 ? near[0] : undefined;
}

function fromCode(piece: Piece): RegionName {
  const written = piece.text
    .toLowerCase()
    .replaceAll("_", "-")
    .replace(/-?(\d)$/, "-$1");
  const code = knownRegions.has(written) ? written : nearestRegion(written);
  const span = { start: piece.start, end: piece.end };
  return code === undefined
    ? { kind: "region", code: written, precision: "unknown", ...span }
    : { kind: "region", code, precision: "code", ...span };
}

/** Words of a name from a piece on; a dot behind a single letter ("N. Virginia") is passed over. */
function nameWords(pieces: readonly Piece[], at: number, count: number): { name: string; next: number } | null {
  const words: string[] = [];
  let next = at;
  while (words.length < count) {
    const piece = pieces[next];
    if (piece?.type !== "word") return null;
    words.push(lemmaOf(piece.text).corrected ? lemmaOf(piece.text).lemma : withoutAccents(piece.text));
    next += 1;
    const dot = pieces[next];
    if (piece.text.length === 1 && dot?.text === ".") next += 1;
    if (words.length < count && dot?.text === "-" && dot.glued) next += 1;
  }
  return { name: words.join(" "), next };
}

function withoutAccents(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z]*$/.test(lower)) return lower;
  return lower.normalize("NFD").replace(/\p{M}/gu, "").replace(/'s$/, "");
}

/** "us east 1", "eu west-1": an area with its number behind is a code. */
function numbered(name: string, pieces: readonly Piece[], next: number): { code: string; next: number } | null {
  const dash = pieces[next]?.text === "-" ? next + 1 : next;
  const digit = pieces[dash];
  if (digit?.type !== "digits" || !/^[1-9]$/.test(digit.text)) return null;
  const code = `${name.replaceAll(" ", "-")}-${digit.text}`;
  return knownRegions.has(code) ? { code, next: dash + 1 } : null;
}

function fromName(pieces: readonly Piece[], at: number): Read | null {
  const first = pieces[at];
  if (first === undefined) return null;
  const opening = nameWords(pieces, at, 1);
  if (opening === null || !firstWords.has(opening.name)) return null;
  for (let count = longestName; count >= 1; count -= 1) {
    const words = nameWords(pieces, at, count);
    if (words === null) continue;
    const place = places.get(words.name);
    if (place === undefined) continue;
    if (count === 1 && shyPlaces.has(words.name) && first.text !== first.text.toUpperCase()) continue;
    const code = place.precision === "area" ? numbered(words.name, pieces, words.next) : null;
    const next = code?.next ?? words.next;
    const span = { start: first.start, end: pieces[next - 1]?.end ?? first.end };
    const precision = code === null ? place.precision : "code";
    return { region: { kind: "region", code: code?.code ?? place.code, precision, ...span }, next };
  }
  return null;
}

/** The region named from a piece on: by code, short code, city, country or area; null where none is. */
export function readPlace(pieces: readonly Piece[], at: number): Read | null {
  const piece = pieces[at];
  if (piece?.type === "region-code") return { region: fromCode(piece), next: at + 1 };
  if (piece?.type !== "word") return null;
  const short = shortCode(lowerAt(pieces, at));
  if (short !== undefined) {
    return {
      region: { kind: "region", code: short, precision: "code", start: piece.start, end: piece.end },
      next: at + 1,
    };
  }
  const airport = standsAlone(pieces, at) ? airportRegion(lowerAt(pieces, at)) : undefined;
  if (airport === undefined) return fromName(pieces, at);
  const span = { start: piece.start, end: piece.end };
  return { region: { kind: "region", code: airport, precision: "city", ...span }, next: at + 1 };
}

/** Nothing but a comma, a line or "in" before it, and the same behind. */
function standsAlone(pieces: readonly Piece[], at: number): boolean {
  const parts = (piece: Piece | undefined): boolean =>
    piece === undefined || piece.type === "break" || /^[,;|/.)(:=]$/.test(piece.text);
  const before = lowerAt(pieces, at - 1);
  return (parts(pieces[at - 1]) || before === "in" || before === "region") && parts(pieces[at + 1]);
}
