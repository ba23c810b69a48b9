import type { Span } from "./lexeme.ts";
import { isNumberText } from "./number-format.ts";

/** A piece of text before its meaning is looked up. */
export interface Piece extends Span {
  type: "digits" | "word" | "mark" | "break" | "region-code" | "instance-type" | "clock" | "percentile" | "inert";
  text: string;
  /** True when no blank stands before it. */
  glued: boolean;
}

interface Rule {
  type: Piece["type"];
  /** Sticky; every repetition is over one character class or bounded, so a match costs its length and no more. */
  pattern: RegExp;
}

const rules: readonly Rule[] = [
  { type: "break", pattern: /\n/y },
  { type: "inert", pattern: /https?:\/\/[^\s<>"]+/iy },
  { type: "inert", pattern: /<(?:[!@#][^>\s]{0,80}|https?:[^>\s]{0,2000})>/iy },
  { type: "inert", pattern: /[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{2,63}/y },
  { type: "inert", pattern: /\[redacted[^\]\n]{0,60}\]/iy },
  { type: "inert", pattern: /:[a-z][a-z_+-]{1,29}:(?=\s|$)/iy },
  { type: "inert", pattern: /\d{4}-\d{1,2}-\d{1,2}(?!\d)|\d{1,2}[/.]\d{1,2}[/.]\d{4}(?!\d)/y },
  {
    type: "region-code",
    pattern: /(?:us|eu|ap|sa|ca|af|me|il|mx|cn)[-_](?:gov[-_]|iso[a-z]?[-_])?[a-z]{3,12}[-_]?\d(?!\w|\.\w)/iy,
  },
  // "mars-north-1" has the form of a region: none that AWS has, which is better said than passed over.
  {
    type: "region-code",
    pattern:
      /(?!node|server|cluster|rack|pod|host|prod|dev|test|zone|queue|team|db)[a-z]{2,8}-(?:(?:north|south)?(?:east|west)|north|south|central)-\d(?!\w|\.\w)/iy,
  },
  {
    type: "instance-type",
    pattern: /[a-z]{1,3}\d[a-z]{0,4}\.(?:nano|micro|small|medium|large|\d{0,2}x?large|metal)\b/iy,
  },
  { type: "percentile", pattern: /(?:p|tp)(?:50|75|9\d)(?:\.\d{1,3}|9{1,2})?(?![a-z\d%])/iy },
  { type: "clock", pattern: /\d{1,2}:\d{2}(?::\d{2})?(?!\d)/y },
  { type: "digits", pattern: /\d+(?:[.,'_]\d+)*(?:e[+-]?\d{1,3}(?![a-z\d]))?/iy },
  { type: "digits", pattern: /\.\d+(?![\d.])/y },
  // Of "off-peak" the half would mean the opposite.
  { type: "word", pattern: /off[- ]?peak/iy },
  // "x2.5": a factor, not a name with a number in it.
  { type: "word", pattern: /[x×]\d{1,6}[.,]\d{1,3}(?![\p{L}\d]|[.,]\d)/iuy },
  { type: "word", pattern: /[\p{L}][\p{L}\p{M}\d']*(?:_\d+)*/uy },
  { type: "mark", pattern: /->|=>|--+>?|<=|>=|\.\.\.|…|[^\s]/uy },
];
/** A word right behind digits has no digits of its own: "2h30", "3x200ms", "10min30s". */
const unitBehindDigits = /[\p{L}°µ%]+/uy;

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** Where a run of figures that is no number ends: "40,60,120,30" is a list, so each of its figures stands alone. */
interface ListRun {
  end: number;
}

function fitted(piece: Piece, run: ListRun): Piece {
  if (piece.type !== "digits") return piece;
  if (piece.end > run.end && isNumberText(piece.text)) return piece;
  run.end = Math.max(run.end, piece.end);
  const first = /^\d+/.exec(piece.text)?.[0] ?? piece.text;
  return { ...piece, text: first, end: piece.start + first.length };
}

function nextPiece(text: string, at: number, previous: Piece | undefined, run: ListRun): Piece {
  const glued = previous !== undefined && previous.end === at;
  if (glued && previous.type === "digits") {
    const unit = matchAt(unitBehindDigits, text, at);
    if (unit !== null && unit !== "%") return { type: "word", text: unit, start: at, end: at + unit.length, glued };
  }
  const afterNumber = glued && (previous.type === "digits" || previous.text === ".");
  // Inside a word ("web3.large", "sha256") nothing but a word may start: the special forms need a boundary before them.
  const boundary = !glued || previous.type === "mark" || previous.type === "break";
  if (at < run.end) {
    // Inside a list of figures each is matched alone, or every step would match the whole rest again.
    const figure = matchAt(/\d+/y, text, at);
    if (figure !== null) return { type: "digits", text: figure, start: at, end: at + figure.length, glued };
  }
  for (const { type, pattern } of rules) {
    if (!boundary && (type === "region-code" || type === "instance-type" || type === "percentile")) continue;
    const found = matchAt(pattern, text, at);
    if (found === null || (found.startsWith(".") && type === "digits" && afterNumber)) continue;
    return fitted({ type, text: found, start: at, end: at + found.length, glued }, run);
  }
  return { type: "mark", text: text.charAt(at), start: at, end: at + 1, glued };
}

/** Articles and prepositions that other languages write together with the next word: "all'ora", "d'images". */
const elided = /^(all|dell|nell|sull|dall|l|d|qu|j|n|s)'(?=[\p{L}]{3})/iu;

/** "All'ora" is "al ora": two words, the first of them in the spelling it has before other words. */
function withoutElision(piece: Piece): Piece[] {
  const article = piece.type === "word" ? elided.exec(piece.text)?.[0] : undefined;
  if (article === undefined) return [piece];
  const cut = piece.start + article.length;
  const text = article.length > 3 ? article.slice(0, 2).toLowerCase() : article.slice(0, -1);
  const first = { ...piece, text, end: cut };
  return [first, { ...piece, text: piece.text.slice(article.length), start: cut, glued: false }];
}

/** Cuts a cleaned text into pieces, in time proportional to its length. */
export function scan(text: string): Piece[] {
  const pieces: Piece[] = [];
  const run: ListRun = { end: 0 };
  let at = 0;
  while (at < text.length) {
    if (text[at] === " " || text[at] === "\t") {
      at += 1;
      continue;
    }
    const piece = nextPiece(text, at, pieces.at(-1), run);
    pieces.push(...withoutElision(piece));
    at = piece.end;
  }
  return pieces;
}
