/** What a reader tells of: the fields of one record and the line it starts on (the first line is 1). */
export type OnRecord = (fields: string[], line: number) => void;

/** Longest record kept while its end is awaited, in characters: beyond it a quote was never closed. */
const RECORD_MAX_CHARACTERS = 1_000_000;

/** A text that is no CSV, at a line. */
export class CsvFault extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.name = "CsvFault";
    this.line = line;
  }
}

export interface CsvReader {
  push(text: string): void;
  /** @throws CsvFault when the text stops inside a quoted field */
  end(): void;
}

/**
 * Reads CSV (RFC 4180) from pieces of text of any size, and keeps no more than one record of it.
 * Fields may be quoted, hold commas, line breaks and doubled quotes. Empty lines are passed over.
 *
 * Callbacks rather than an async iterator: a file has a million records, and a promise for each takes longer than
 * reading it.
 */
export function csvReader(onRecord: OnRecord): CsvReader {
  let pending = "";
  let line = 1;

  const read = (last: boolean) => {
    let at = 0;
    while (at < pending.length) {
      const record = readRecord(pending, at, last, line);
      if (record === null) break;
      if (record.fields.length > 1 || record.fields[0] !== "") onRecord(record.fields, line);
      line += linesBetween(pending, at, record.end);
      at = record.end;
    }
    pending = pending.slice(at);
    if (pending.length > RECORD_MAX_CHARACTERS) throw new CsvFault(line, "a quoted field has no end");
  };

  return {
    push(text) {
      pending += text;
      read(false);
    },
    end() {
      read(true);
      if (pending !== "") throw new CsvFault(line, "the text stops inside a quoted field");
    },
  };
}

/** One record from a position on; null when its end is not there yet. */
function readRecord(
  text: string,
  start: number,
  last: boolean,
  line: number,
): { fields: string[]; end: number } | null {
  const fields: string[] = [];
  let at = start;
  let lineEnd = -1;
  while (true) {
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1);
      if (close === -1 || (close + 1 === text.length && !last)) return null;
      const inside = text.slice(at + 1, close);
      fields.push(inside.includes('"') ? inside.replaceAll('""', '"') : inside);
      at = close + 1;
    } else {
      if (lineEnd < at) lineEnd = text.indexOf("\n", at);
      const comma = text.indexOf(",", at);
      const end = firstOf(comma, lineEnd);
      if (end === -1 && !last) return null;
      const field = text.slice(at, end === -1 ? text.length : end);
      at += field.length;
      fields.push(end === lineEnd && field.endsWith("\r") ? field.slice(0, -1) : field);
    }
    if (at >= text.length) return last ? { fields, end: text.length } : null;
    if (text[at] === ",") at += 1;
    else if (text[at] === "\n") return { fields, end: at + 1 };
    else if (text[at] === "\r" && at + 1 === text.length) return last ? { fields, end: text.length } : null;
    else if (text[at] === "\r" && text[at + 1] === "\n") return { fields, end: at + 2 };
    else throw new CsvFault(line, "text follows a closing quote");
  }
}

/** Position of the quote that ends a field: the first that is not doubled. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function firstOf(a: number, b: number): number {
  if (a === -1) return b;
  return b === -1 ? a : Math.min(a, b);
}

function linesBetween(text: string, start: number, end: number): number {
  let lines = 0;
  for (let at = text.indexOf("\n", start); at !== -1 && at < end; at = text.indexOf("\n", at + 1)) lines += 1;
  return lines;
}
