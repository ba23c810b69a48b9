import { CsvFault, csvReader } from "#src/catalog/refresh/csv-reader.ts";
import { UserError } from "#src/errors.ts";
import { type Decimal, readDecimal, toCents } from "./decimal.ts";
import { decodedText } from "./decoded-text.ts";
import { type CostColumn, type FocusColumns, findColumns } from "./focus-columns.ts";
import { type Mapping, reviewOfRow } from "./review-of-row.ts";

export interface MonthTotal {
  review: string;
  /** YYYY-MM: the billing period the rows are of. */
  month: string;
  /** Exact, rounded once to the cent. */
  totalUsd: string;
  rows: number;
}

export interface FocusTotals {
  totals: readonly MonthTotal[];
  rows: number;
  /** Rows that belong to no review here, and what they cost. */
  unmapped: { rows: number; totalUsd: string };
  /** Tax is in no prediction. */
  tax: { rows: number; totalUsd: string };
  /** Rows that could not be read: all are counted, the first are named. */
  bad: { rows: number; first: readonly { line: number; reason: string }[] };
}

export interface SumOptions {
  mapping: Mapping;
  cost: CostColumn;
  withTax: boolean;
  /** Called now and then with the rows read so far. */
  onProgress(rows: number): void;
}

const BAD_NAMED = 20;
const PROGRESS_EVERY = 250_000;

interface Sum {
  rows: number;
  total: Decimal;
}

/** Adds up a FOCUS cost and usage file a month and review at a time; keeps one record and the sums, nothing else. */
export async function sumFocus(input: AsyncIterable<string | Uint8Array>, options: SumOptions): Promise<FocusTotals> {
  const sums = new Map<string, Sum>();
  const unmapped: Sum = { rows: 0, total: 0n };
  const tax: Sum = { rows: 0, total: 0n };
  const bad: { line: number; reason: string }[] = [];
  let badRows = 0;
  let rows = 0;
  let columns: FocusColumns | null = null;
  const reader = csvReader((fields, line) => {
    if (columns === null) {
      columns = findColumns(fields, options.cost);
      return;
    }
    rows += 1;
    if (rows % PROGRESS_EVERY === 0) options.onProgress(rows);
    const read = readRow(fields, columns);
    if (typeof read === "string") {
      badRows += 1;
      if (bad.length < BAD_NAMED) bad.push({ line, reason: read });
      return;
    }
    const review = reviewOfRow(options.mapping, fields[columns.service] ?? "", fields[columns.tags] ?? "");
    if (read.category === "tax" && !options.withTax) add(tax, read.cost);
    else if (review === null) add(unmapped, read.cost);
    else add(sumOf(sums, `${review} ${read.month}`), read.cost);
  });
  await feed(input, reader);
  if (columns === null) {
    throw new UserError({
      code: "bad-input",
      message: "The file is empty.",
      nextStep: "Export it again, with a header.",
    });
  }
  return {
    totals: [...sums].map(([key, sum]) => totalOf(key, sum)).toSorted(byReviewAndMonth),
    rows,
    unmapped: { rows: unmapped.rows, totalUsd: toCents(unmapped.total) },
    tax: { rows: tax.rows, totalUsd: toCents(tax.total) },
    bad: { rows: badRows, first: bad },
  };
}

async function feed(input: AsyncIterable<string | Uint8Array>, reader: ReturnType<typeof csvReader>): Promise<void> {
  try {
    for await (const text of decodedText(input)) reader.push(text);
    reader.end();
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error;
    throw new UserError({
      code: "bad-input",
      path: `line ${error.line}`,
      message: `Line ${error.line} is no CSV: ${error.message}.`,
      nextStep: "Nothing was read to the end; export the file again.",
    });
  }
}

function readRow(
  fields: readonly string[],
  columns: FocusColumns,
): { cost: Decimal; month: string; category: string } | string {
  const widest = Math.max(...Object.values(columns));
  if (fields.length <= widest) return `${fields.length} fields, ${widest + 1} at least are needed`;
  const cost = readDecimal(fields[columns.cost] ?? "");
  if (cost === null) return `"${(fields[columns.cost] ?? "").slice(0, 40)}" is no cost`;
  const month = /^(\d{4}-(?:0[1-9]|1[0-2]))-\d{2}/.exec(fields[columns.billingPeriodStart] ?? "")?.[1];
  if (month === undefined) return `"${(fields[columns.billingPeriodStart] ?? "").slice(0, 40)}" is no billing period`;
  const currency = (fields[columns.currency] ?? "").trim();
  if (currency.toUpperCase() !== "USD") return `the currency is "${currency.slice(0, 10)}", not USD`;
  return { cost, month, category: (fields[columns.category] ?? "").trim().toLowerCase() };
}

function add(sum: Sum, cost: Decimal): void {
  sum.rows += 1;
  sum.total += cost;
}

function sumOf(sums: Map<string, Sum>, key: string): Sum {
  const known = sums.get(key);
  if (known !== undefined) return known;
  const made: Sum = { rows: 0, total: 0n };
  sums.set(key, made);
  return made;
}

function totalOf(key: string, { rows, total }: Sum): MonthTotal {
  const [review = "", month = ""] = key.split(" ");
  return { review, month, totalUsd: toCents(total), rows };
}

function byReviewAndMonth(a: MonthTotal, b: MonthTotal): number {
  return a.review.localeCompare(b.review) || a.month.localeCompare(b.month);
}
