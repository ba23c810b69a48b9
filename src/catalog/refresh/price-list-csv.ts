import { CsvFault, csvReader } from "./csv-reader.ts";
import { type OnRow, PriceListFault, plainName } from "./price-list-row.ts";

/** Columns no row can do without, by their plain names. */
const NEEDED = [
  "sku",
  "termtype",
  "effectivedate",
  "startingrange",
  "endingrange",
  "unit",
  "priceperunit",
  "currency",
  "usagetype",
] as const;
/** The header follows five lines of metadata; a file without one within these is something else. */
const HEADER_WITHIN_RECORDS = 20;

export interface PriceListReader {
  push(text: string): void;
  /** Rows read, on-demand or not. */
  end(): number;
}

/**
 * Reads the CSV of one offer in one region as it arrives: metadata, a header that begins with SKU, one row a price
 * band. Only on-demand rows are handed on.
 *
 * @throws PriceListFault naming the line: a cut file, a row with too few or too many fields, a missing column
 */
export function priceListCsvReader(file: string, onRow: OnRow): PriceListReader {
  let columns: ReadonlyMap<string, number> | null = null;
  let records = 0;
  let rows = 0;

  const reader = csvReader((fields, line) => {
    const place = `${file}, line ${line}`;
    records += 1;
    if (columns === null) {
      if (fields[0] === "SKU") columns = columnsOf(fields, place);
      else if (records >= HEADER_WITHIN_RECORDS) throw new PriceListFault(place, "no header row that begins with SKU");
      return;
    }
    if (fields.length !== columns.size)
      throw new PriceListFault(place, `${fields.length} fields where the header has ${columns.size}`);
    rows += 1;
    const known = columns;
    const value = (name: string) => fields[known.get(name) ?? -1] ?? "";
    if (value("termtype") !== "OnDemand") return;
    onRow({
      sku: value("sku"),
      effectiveDate: value("effectivedate").slice(0, 10),
      unit: value("unit"),
      begin: value("startingrange"),
      end: value("endingrange"),
      price: value("priceperunit"),
      currency: value("currency"),
      attribute: value,
      place,
    });
  });

  return {
    push: (text) => explain(file, () => reader.push(text)),
    end() {
      explain(file, () => reader.end());
      if (columns === null) throw new PriceListFault(file, "no header row that begins with SKU");
      return rows;
    },
  };
}

function columnsOf(header: readonly string[], place: string): Map<string, number> {
  const columns = new Map<string, number>();
  // AWS repeats a name now and then: the second keeps its place under a name nobody asks for.
  for (const [index, name] of header.entries()) {
    const plain = plainName(name);
    columns.set(columns.has(plain) ? `${plain}#${index}` : plain, index);
  }
  const missing = NEEDED.find((name) => !columns.has(name));
  if (missing !== undefined) throw new PriceListFault(place, `the header has no column ${missing}`);
  return columns;
}

function explain(file: string, read: () => void): void {
  try {
    read();
  } catch (error) {
    if (error instanceof CsvFault) throw new PriceListFault(`${file}, line ${error.line}`, error.message);
    throw error;
  }
}
