import { isMark, isQuantity, isWord, type Lexeme, type Quantity, type Word } from "#src/understand/lex/lexeme.ts";

/** Strengths: a bracket or dash inside a clause, a comma, a semicolon or a new `key=`, a full stop or a new line. */
export const soft = 1;
export const comma = 2;
export const strong = 3;
export const hard = 4;

const abbreviations = new Set(
  "ca approx avg min max e.g eg i.e ie incl resp no vs etc req reqs sec secs hrs mins ungef z.b bzw ~ env dept mr dr st n".split(
    " ",
  ),
);

/** A full stop ends a sentence when a blank follows, and no abbreviation or list number stands before it. */
function endsSentence(lexemes: readonly Lexeme[], at: number): boolean {
  const mark = lexemes[at];
  const next = lexemes[at + 1];
  const before = lexemes[at - 1];
  if (!isMark(mark, ".", "!", "?", "...")) return false;
  if (next === undefined) return true;
  if (next.start === mark.end && next.kind !== "break") return false;
  if (before?.kind === "word" && mark.text === "." && abbreviations.has(before.text.toLowerCase())) return false;
  return !isListNumber(lexemes, at - 1);
}

/** "1." or "2)" at the start of a line. */
export function isListNumber(lexemes: readonly Lexeme[], at: number): boolean {
  const number = lexemes[at];
  const mark = lexemes[at + 1];
  if (!isQuantity(number, "number") || number.unit !== "" || number.magnitude || number.value > 99) return false;
  const opensLine = at === 0 || lexemes[at - 1]?.kind === "break" || opensBullet(lexemes, at - 1);
  return opensLine && isMark(mark, ".", ")", ":") && mark.glued && Number.isInteger(number.value);
}

/** "-", "*" or a bullet at the start of a line. */
export function opensBullet(lexemes: readonly Lexeme[], at: number): boolean {
  const mark = lexemes[at];
  const opensLine = at === 0 || lexemes[at - 1]?.kind === "break";
  return opensLine && isMark(mark, "-", "*", "•", "+", "◦", "▪", "‣", "·", "#");
}

/** Longest key of a line, in words: "peak factor = 5", "units per day = 1,500". */
const longestLineKey = 4;

/** Start of a line that has nothing but words before its "=". */
function lineKeyStart(lexemes: readonly Lexeme[], equals: number): number | null {
  let at = equals - 1;
  while (at >= equals - longestLineKey && lexemes[at]?.kind === "word") at -= 1;
  const opens = at < equals - 1 && (at < 0 || lexemes[at]?.kind === "break");
  return opens ? at + 1 : null;
}

/** Start of the word chain that ends right before "=": its parts stand close together, as in "payload_in=". */
function keyStart(lexemes: readonly Lexeme[], equals: number): number {
  const line = lineKeyStart(lexemes, equals);
  if (line !== null) return line;
  let at = equals - 1;
  while (at > 0) {
    const lexeme = lexemes[at];
    if (!isKeyPart(lexeme) || !lexeme.glued || !isKeyPart(lexemes[at - 1])) break;
    at -= 1;
  }
  return Math.max(at, 0);
}

function isKeyPart(lexeme: Lexeme | undefined): lexeme is Word | Quantity {
  return lexeme?.kind === "word" || isQuantity(lexeme, "percentile");
}

const contrast = ["but", "while", "whereas", "however", "although", "though", "then", "because", "since", "so"];

function strengthBefore(lexemes: readonly Lexeme[], at: number): number {
  const before = lexemes[at - 1];
  const lexeme = lexemes[at];
  if (before === undefined || lexeme === undefined) return hard;
  const spacedDash = before.kind === "mark" && before.text === "-" && !before.glued;
  if (before.kind === "break" || endsSentence(lexemes, at - 1)) return hard;
  if (lexeme.kind === "break") return hard;
  if (isMark(before, ";", "|") || isMark(lexeme, ";", "|")) return strong;
  if (isMark(before, ",", "->")) return comma;
  if (isMark(before, "(", ")", "[", "]") || isMark(lexeme, "(", "[")) return soft;
  if (spacedDash) return soft;
  if (isWord(lexeme, ...contrast)) return comma;
  return 0;
}

/** Bracket depth before each lexeme; a bracket that never closes ends with its line. */
function bracketDepths(lexemes: readonly Lexeme[]): number[] {
  let depth = 0;
  return lexemes.map((lexeme) => {
    const before = depth;
    if (isMark(lexeme, "(", "[")) depth += 1;
    else if (isMark(lexeme, ")", "]")) depth = Math.max(0, depth - 1);
    else if (lexeme.kind === "break") depth = 0;
    return before;
  });
}

/** How strong the boundary before each lexeme is; 0 inside a phrase. A comma in brackets parts no clauses. */
export function findBoundaries(lexemes: readonly Lexeme[]): number[] {
  const depths = bracketDepths(lexemes);
  const boundaries = lexemes.map((_, at) => {
    const strength = strengthBefore(lexemes, at);
    return strength === comma && (depths[at] ?? 0) > 0 ? soft : strength;
  });
  lexemes.forEach((lexeme, at) => {
    if (!isMark(lexeme, "=")) return;
    const start = keyStart(lexemes, at);
    boundaries[start] = Math.max(boundaries[start] ?? 0, strong);
  });
  return boundaries;
}
