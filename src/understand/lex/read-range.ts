import type { Quantity } from "./lexeme.ts";
import { lowerAt } from "./read-number.ts";
import { type NumberStyle, readSimpleQuantity } from "./read-quantity.ts";
import type { Piece } from "./scan.ts";
import { lemmaOf } from "./spelling.ts";
import { findUnit } from "./units.ts";

type Read = { quantity: Quantity; next: number };

/** How far a hedged number ("about 2 s") may be off, either way. */
const hedge = 0.2;

const hedgesBefore = new Set(
  "about maybe almost nearly probably some perhaps roughly like approximately say guess likely estimated estimate c".split(
    " ",
  ),
);
const hedgeMarks = new Set(["~", "≈", "±", "∼"]);

/** Where the second number of a range may start, after "-", "to", "..", or "and" behind "between". */
function afterConnector(pieces: readonly Piece[], at: number, between: boolean): number | null {
  const piece = pieces[at];
  if (piece === undefined) return null;
  const word = lowerAt(pieces, at);
  if (word === "to" || word === "bis" || word === "upto" || (between && lemmaOf(word).lemma === "and")) {
    return hedgeMarks.has(pieces[at + 1]?.text ?? "") ? at + 2 : at + 1;
  }
  if (piece.text === "..." || piece.text === "…") return at + 1;
  if (piece.text === "." && pieces[at + 1]?.text === "." && pieces[at + 1]?.glued) return at + 2;
  if (piece.text !== "-") return null;
  // "300-500" and "300 - 500" are ranges; "scan -4 s" is not.
  return piece.glued === (pieces[at + 1]?.glued ?? false) ? at + 1 : null;
}

function sameMeasure(first: Quantity, second: Quantity): boolean {
  if (first.dimension === second.dimension) return true;
  return first.dimension === "number" && first.unit === "";
}

/** The first number of "300-500 ms" in the unit of the second; "1-2k" and "2-3 million" share the magnitude too. */
function inUnitOf(first: Quantity, second: Quantity, pieces: readonly Piece[], secondAt: number): number {
  const unit = first.dimension === "number" && second.unit !== "" ? (findUnit(second.unit, true)?.factor ?? 1) : 1;
  const value = first.value * unit;
  if (!second.magnitude || first.magnitude || first.dimension !== "number") return value;
  const written = Number(pieces[secondAt]?.text.replace(",", ".") ?? Number.NaN);
  const scale = second.value / written;
  return Number.isFinite(scale) && first.value < written ? first.value * scale : value;
}

const changes = new Set(
  "bump bumped raise raised increase increased upgrade upgraded change changed go goes went grew grow grown move moved switch switched jump jumped jumps cut reduced reduce dropped drop doubled tuned scaled".split(
    " ",
  ),
);

/** "Bumped from 256 to 512 MB" is an old and a new value, not a range. */
function isChange(pieces: readonly Piece[], at: number): boolean {
  if (lowerAt(pieces, at - 1) !== "from") return false;
  return [2, 3, 4, 5].some((back) => changes.has(lowerAt(pieces, at - back)));
}

/** Joins "300-500 ms", "between 300 and 400 ms", "200ms to 1 s" into one quantity with its midpoint. */
function withRange(pieces: readonly Piece[], at: number, first: Read, style: NumberStyle): Read {
  const { dimension } = first.quantity;
  if (dimension === "clock" || dimension === "money" || dimension === "percentile") return first;
  if (isChange(pieces, at)) return first;
  const between = lemmaOf(lowerAt(pieces, at - 1)).lemma === "between";
  const secondAt = afterConnector(pieces, first.next, between);
  if (secondAt === null) return first;
  const second = readSimpleQuantity(pieces, secondAt, style);
  if (second === null || second.quantity.dimension === "clock" || !sameMeasure(first.quantity, second.quantity))
    return first;
  // "9h et 19h" are two times of day; "2 to 4 h" is a range.
  if (first.quantity.unit === "h" && second.quantity.unit === "h") return first;
  const low = inUnitOf(first.quantity, second.quantity, pieces, secondAt);
  const high = second.quantity.value;
  if (!(low < high)) return first;
  const quantity: Quantity = {
    ...second.quantity,
    value: (low + high) / 2,
    low,
    high,
    range: true,
    hedged: false,
    european: first.quantity.european || second.quantity.european,
    glued: first.quantity.glued,
    start: first.quantity.start,
  };
  return { quantity, next: second.next };
}

function hedgedBefore(pieces: readonly Piece[], at: number): boolean {
  const before = pieces[at - 1];
  if (before === undefined) return false;
  if (hedgeMarks.has(before.text)) return true;
  const word = lowerAt(pieces, at - 1);
  if (word === "like") return true;
  const lemma = lemmaOf(word).lemma;
  const near = hedgesBefore.has(word) || hedgesBefore.has(lemma);
  return near || (before.text === "." && ["ca", "c", "approx", "ungef"].includes(lowerAt(pieces, at - 2)));
}

function hedgedAfter(pieces: readonly Piece[], next: number): number | null {
  const piece = pieces[next];
  if (piece?.text === "+" && piece.glued && pieces[next + 1]?.type !== "digits") return next + 1;
  if (piece?.text === "?" && piece.glued) return next;
  if (lowerAt(pieces, next) === "ish") return next + 1;
  if (piece?.text === "-" && lowerAt(pieces, next + 1) === "ish") return next + 2;
  if (lowerAt(pieces, next) === "or" && ["so", "thereabouts"].includes(lowerAt(pieces, next + 1))) return next + 2;
  if (lowerAt(pieces, next) === "give" && lowerAt(pieces, next + 1) === "or") return next;
  return null;
}

function withHedge(pieces: readonly Piece[], at: number, read: Read): Read {
  const { quantity } = read;
  if (quantity.range || quantity.dimension === "clock" || quantity.dimension === "percentile") return read;
  const after = hedgedAfter(pieces, read.next);
  if (!hedgedBefore(pieces, at) && after === null) return read;
  const low = quantity.low ?? quantity.value * (1 - hedge);
  const high = quantity.high ?? quantity.value * (1 + hedge);
  const next = after ?? read.next;
  return { quantity: { ...quantity, low, high, hedged: true }, next };
}

function isNegative(pieces: readonly Piece[], at: number): boolean {
  const minus = pieces[at - 1];
  if (minus?.text !== "-" || pieces[at]?.glued !== true) return false;
  const before = pieces[at - 2];
  return before === undefined || !minus.glued || before.type === "break" || /^[=:(~]$/.test(before.text);
}

/** The quantity that starts at a piece, with its range, hedge and sign; null where no number starts. */
export function readQuantity(pieces: readonly Piece[], at: number, style: NumberStyle): Read | null {
  const first = readSimpleQuantity(pieces, at, style);
  if (first === null) return null;
  const read = withHedge(pieces, at, withRange(pieces, at, first, style));
  if (!isNegative(pieces, at)) return read;
  return { quantity: { ...read.quantity, value: -read.quantity.value }, next: read.next };
}
