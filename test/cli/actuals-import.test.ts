import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDecimal, toCents } from "#src/cli/actuals/decimal.ts";
import { sumFocus } from "#src/cli/actuals/sum-focus.ts";
import { actualsImportCommand } from "#src/cli/actuals-import.ts";
import { runCli } from "#test/support/run-cli.ts";

const header = "BilledCost,EffectiveCost,BillingCurrency,BillingPeriodStart,ChargeCategory,ServiceName,Tags,ListCost";

function row(
  cost: string,
  month: string,
  tags: string,
  service = "AWS Lambda",
  category = "Usage",
  currency = "USD",
): string {
  return `9,${cost},${currency},${month}-01T00:00:00Z,${category},${service},"${tags.replaceAll('"', '""')}",9`;
}

function run(rows: readonly string[], ...args: string[]) {
  return runCli(
    (io) => actualsImportCommand.run(["--json", ...args], io),
    `\uFEFF${[header, ...rows].join("\r\n")}\r\n`,
  );
}

describe("actuals import", () => {
  test("adds up each month of each tagged review to the cent, and says what belongs to none", async () => {
    const { code, stdout, stderr } = await run([
      row("0.1", "2026-09", '{"rethink":"7K2Q","team":"a, b"}'),
      row("0.2", "2026-09", '{"user:rethink":"7k2q"}'),
      row("1e-3", "2026-10", '{"rethink":"7K2Q"}'),
      row("4.999", "2026-10", '{"rethink":"7K2Q"}'),
      row("-0.25", "2026-10", '{"rethink":"4M9X"}', "Amazon S3", "Credit"),
      row("7", "2026-10", "{}"),
      row("1.5", "2026-10", '{"rethink":"7K2Q"}', "AWS Lambda", "Tax"),
    ]);
    expect(stderr).toBe("");
    expect(code).toBe(0);
    // 0.1 + 0.2 is 0.30 and not 0.30000000000000004; 0.001 + 4.999 is 5.00.
    expect(JSON.parse(stdout)).toEqual({
      totals: [
        { review: "4M9X", month: "2026-10", totalUsd: "-0.25", rows: 1 },
        { review: "7K2Q", month: "2026-09", totalUsd: "0.30", rows: 2 },
        { review: "7K2Q", month: "2026-10", totalUsd: "5.00", rows: 2 },
      ],
      rows: 7,
      unmapped: { rows: 1, totalUsd: "7.00" },
      tax: { rows: 1, totalUsd: "1.50" },
      bad: { rows: 0, first: [] },
      written: false,
    });
  });

  test("gives all rows, or those of some services, to the review that was named", async () => {
    const rows = [
      row("1", "2026-10", "{}"),
      row("2", "2026-10", "", "Amazon S3"),
      row("4", "2026-10", "", "AWS Fargate"),
    ];
    const all = JSON.parse((await run(rows, "--review", "7K2Q")).stdout);
    expect(all.totals).toEqual([{ review: "7K2Q", month: "2026-10", totalUsd: "7.00", rows: 3 }]);
    const some = JSON.parse((await run(rows, "--review", "7K2Q", "--services", "aws lambda, Amazon S3")).stdout);
    expect(some.totals).toEqual([{ review: "7K2Q", month: "2026-10", totalUsd: "3.00", rows: 2 }]);
    expect(some.unmapped).toEqual({ rows: 1, totalUsd: "4.00" });
  });

  test("names bad rows by line, leaves them out and ends with 1", async () => {
    const { code, stdout, stderr } = await run(
      [
        row("1", "2026-10", "{}"),
        row("a lot", "2026-10", "{}"),
        row("1", "October", "{}"),
        row("1", "2026-10", "{}", "AWS Lambda", "Usage", "EUR"),
        "1,2,3",
        `9,2,USD,2026-10-01T00:00:00Z,Usage,"Amazon\nS3",{},9`,
        row("x", "2026-10", "{}"),
      ],
      "--review",
      "7K2Q",
    );
    expect(code).toBe(1);
    // The quoted line break makes the last row line 9.
    expect(stderr.trim().split("\n")).toEqual([
      'line 3: "a lot" is no cost',
      'line 4: "October-01T00:00:00Z" is no billing period',
      'line 5: the currency is "EUR", not USD',
      "line 6: 3 fields, 7 at least are needed",
      'line 9: "x" is no cost',
    ]);
    expect(JSON.parse(stdout).totals).toEqual([{ review: "7K2Q", month: "2026-10", totalUsd: "3.00", rows: 2 }]);
  });

  /** Columns of each version in its own order, those that are not read left empty. */
  test.each([
    [
      "1.0",
      "AvailabilityZone,BilledCost,BillingAccountId,BillingAccountName,BillingCurrency,BillingPeriodEnd,BillingPeriodStart,ChargeCategory,ChargeClass,ContractedCost,EffectiveCost,ListCost,Provider,ServiceCategory,ServiceName,Tags,x_Operation",
      'us-east-1a,9,1,,USD,2026-11-01T00:00:00Z,2026-10-01T00:00:00Z,Usage,,8,7.25,9,AWS,Compute,AWS Lambda,"{""user:rethink"": ""7K2Q""}",Invoke',
    ],
    [
      "1.1",
      "BillingPeriodStart,ChargeCategory,CapacityReservationId,CommitmentDiscountQuantity,EffectiveCost,BilledCost,ListCost,ServiceSubcategory,ServiceName,SkuMeter,BillingCurrency,Tags",
      '2026-10-01T00:00Z,Usage,,,7.25,9,9,Serverless,AWS Lambda,GB-s,USD,"{""aws/rethink"":""7k2q""}"',
    ],
    [
      "1.2",
      "InvoiceId,BillingAccountType,BillingCurrency,PricingCurrency,PricingCurrencyEffectiveCost,EffectiveCost,BilledCost,ListCost,BillingPeriodStart,ChargeCategory,ServiceName,SubAccountType,Tags",
      'inv-1,,USD,EUR,6.5,7.25,9,9,2026-10-01 00:00:00 UTC,Usage,AWS Lambda,,"{""rethink"":""7K2Q""}"',
    ],
  ])("reads the columns of FOCUS %s by name", async (_version, columns, line) => {
    const { stdout, stderr } = await runCli((io) => actualsImportCommand.run(["--json"], io), `${columns}\n${line}\n`);
    expect(stderr).toBe("");
    expect(JSON.parse(stdout).totals).toEqual([{ review: "7K2Q", month: "2026-10", totalUsd: "7.25", rows: 1 }]);
  });

  test.each([
    ["gzipped", (text: string) => gzipSync(text)],
    ["in pieces of three bytes", (text: string) => Buffer.from(text)],
  ])("reads a file %s, with a BOM and quoted line breaks", async (_name, pack) => {
    const bytes = pack(`\uFEFF${header}\r\n9,1.005,USD,2026-10-01,Usage,"Lambda\r\nin ""Zürich""",{},9\r\n`);
    const input = (async function* () {
      for (let at = 0; at < bytes.length; at += 3) yield bytes.subarray(at, at + 3);
    })();
    const { totals, bad } = await sumFocus(input, {
      mapping: { review: "7K2Q", services: new Set(['lambda\r\nin "zürich"']) },
      cost: "effective",
      withTax: false,
      onProgress: () => {},
    });
    expect(bad.rows).toBe(0);
    expect(totals).toEqual([{ review: "7K2Q", month: "2026-10", totalUsd: "1.01", rows: 1 }]);
  });

  test.each([
    ["a Parquet file", Buffer.from("PAR1\u0000\u0001"), /Parquet file, not CSV/],
    ["a spreadsheet", Buffer.from("PK\u0003\u0004rest"), /spreadsheet, not CSV/],
    ["UTF-16", Buffer.from([0xff, 0xfe, 66, 0]), /text in UTF-16, not CSV/],
    ["a gzip cut short", gzipSync(header.repeat(50)).subarray(0, 40), /damaged or cut short/],
    ["an empty file", Buffer.from(""), /The file is empty/],
  ])("says what %s is", async (_name, bytes, sentence) => {
    const input = (async function* () {
      yield bytes;
    })();
    const summed = sumFocus(input, {
      mapping: { review: "7K2Q", services: new Set() },
      cost: "effective",
      withTax: false,
      onProgress: () => {},
    });
    await expect(summed).rejects.toThrow(sentence);
  });

  test("says that a month is not over, whose bill will look low", async () => {
    const { stdout } = await runCli(
      (io) => actualsImportCommand.run(["--review", "7K2Q"], io),
      `${header}\n${row("5", "2026-11", "{}")}\n`,
    );
    expect(stdout).toContain("2026-11 is not over");
  });

  test.each([
    ["a file of another kind", "Date,Cost\n2026-10-01,5\n", /no column EffectiveCost.*FOCUS/],
    ["semicolons", `${header.replaceAll(",", ";")}\n`, /not separated by commas but by ";"/],
    ["a quote that never ends", `${header}\n9,1,USD,"2026-10`, /Line 2 is no CSV/],
  ])("refuses %s in one sentence", async (_name, text, sentence) => {
    await expect(runCli((io) => actualsImportCommand.run([], io), text)).rejects.toThrow(sentence);
  });

  test("says in words what it would log, and that nothing was", async () => {
    const { stdout } = await runCli(
      (io) => actualsImportCommand.run(["--review", "7K2Q"], io),
      `${header}\n${row("5900.126", "2026-10", "{}")}\n`,
    );
    expect(stdout).toBe("7K2Q  2026-10  $5900.13  1 row\n\n1 row read.\nNothing was logged. Add --write to log it.\n");
  });
});

describe("exact amounts", () => {
  test("sums of cents agree with whole numbers of cents", () => {
    const cents = fc.array(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), { maxLength: 200 });
    fc.assert(
      fc.property(cents, (list) => {
        const total = list.reduce((sum, one) => sum + (readDecimal((one / 100).toFixed(2)) ?? 0n), 0n);
        expect(toCents(total)).toBe(
          (list.reduce((sum, one) => sum + one, 0) / 100).toFixed(2).replace("-0.00", "0.00"),
        );
      }),
    );
  });

  test.each([
    ["1.2E-7", "0.00"],
    ["0.005", "0.01"],
    ["-0.005", "-0.01"],
    ["-0.0049", "0.00"],
    [".5", "0.50"],
    ["12.", "12.00"],
    ["1e3", "1000.00"],
    ["99999999999999999.99", "99999999999999999.99"],
  ])("%s is %s", (text, cents) => {
    const amount = readDecimal(text);
    expect(amount === null ? null : toCents(amount)).toBe(cents);
  });

  test.each(["", ".", "1,5", "NaN", "1e999", "0.0000000000000000000000000000000001", "$5"])(
    '"%s" is no amount',
    (text) => {
      expect(readDecimal(text)).toBeNull();
    },
  );
});
