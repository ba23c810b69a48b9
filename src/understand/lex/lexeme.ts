/** Where a lexeme stands in the cleaned text; the words it came from are `text.slice(start, end)`. */
export interface Span {
  start: number;
  end: number;
}

/**
 * What a quantity measures, and the unit its `value` is in:
 * number (plain), duration (ms), size (MB of 1,024 KB), percent (fraction: 5 % is 0.05), times (3x is 3), rate (per
 * second), clock (hour of the day, 10:30 is 10.5), money (USD or other, as written), cores, bandwidth (MB a second),
 * percentile (99 of "p99").
 */
export type Dimension =
  | "number"
  | "duration"
  | "size"
  | "percent"
  | "times"
  | "rate"
  | "clock"
  | "money"
  | "cores"
  | "bandwidth"
  | "percentile";

export interface Quantity extends Span {
  kind: "quantity";
  dimension: Dimension;
  value: number;
  /** Set for a range ("300-500 ms") and for a hedged number ("about 2 s": 20 % either way). */
  low: number | null;
  high: number | null;
  /** True for a range that was written as one; `value` is its midpoint. */
  range: boolean;
  hedged: boolean;
  /** Unit as the reader understood it ("ms", "gb", "rps"); empty for a plain number. */
  unit: string;
  /** True when the number was followed by "k", "million" and the like, or is written in words. */
  magnitude: boolean;
  /** True for "1.500" read as fifteen hundred, or "1,5" read as one and a half: worth telling the person. */
  european: boolean;
  /** What is counted, where the unit says so: "request" in rps. */
  noun: string | null;
  /** True when no blank stands between this quantity and the lexeme before it. */
  glued: boolean;
}

export interface Word extends Span {
  kind: "word";
  /** As written. */
  text: string;
  /** Lower case, singular, known aliases and misspellings brought to one spelling ("reqeusts" is "request"). */
  lemma: string;
  /** True when the lemma is a guess at a misspelling. */
  corrected: boolean;
  /** True when no blank stands between this word and the lexeme before it. */
  glued: boolean;
}

/** Punctuation that carries meaning: `, ; : . ( ) / = < <= > >= -> @ & + - | ? !` and quotes. */
export interface Mark extends Span {
  kind: "mark";
  text: string;
  glued: boolean;
}

/** End of a line. */
export interface Break extends Span {
  kind: "break";
}

/** A place that names an AWS region. */
export interface RegionName extends Span {
  kind: "region";
  /** Region code; for an unknown code, the code as written. */
  code: string;
  /** "code" and "city" name one region; "country" is read as its main one; "area" ("eu") leaves several. */
  precision: "code" | "city" | "country" | "area" | "unknown";
}

export interface InstanceType extends Span {
  kind: "instance-type";
  name: string;
}

/** Text no reader should take figures from: links, mentions, dates, redacted secrets. */
export interface Inert extends Span {
  kind: "inert";
  text: string;
}

export type Lexeme = Quantity | Word | Mark | Break | RegionName | InstanceType | Inert;

/** A text made ready for reading. */
export interface Lexed {
  /** The cleaned text that spans point into. */
  text: string;
  lexemes: readonly Lexeme[];
  /** True when the text was longer than the longest one read. */
  truncated: boolean;
}

/** The words of the text a span covers, blanks collapsed. */
export function wordsOf(text: string, span: Span): string {
  return text.slice(span.start, span.end).replace(/\s+/g, " ").trim();
}

/** True for a word with one of these lemmas. */
export function isWord(lexeme: Lexeme | undefined, ...lemmas: readonly string[]): lexeme is Word {
  return lexeme?.kind === "word" && lemmas.includes(lexeme.lemma);
}

/** True for one of these marks. */
export function isMark(lexeme: Lexeme | undefined, ...texts: readonly string[]): lexeme is Mark {
  return lexeme?.kind === "mark" && texts.includes(lexeme.text);
}

/** True for a quantity of one of these dimensions. */
export function isQuantity(lexeme: Lexeme | undefined, ...dimensions: readonly Dimension[]): lexeme is Quantity {
  return lexeme?.kind === "quantity" && (dimensions.length === 0 || dimensions.includes(lexeme.dimension));
}
