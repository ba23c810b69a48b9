import { describe, expect, test } from "vitest";
import { loadCatalog } from "#src/catalog/load.ts";
import { quotaAmount, quotaAtLimit, quotaInBrackets, quotaNeed, quotaRaise } from "#src/reply/wording/quota.ts";
import { quotaTitle } from "#src/reply/wording/quota-title.ts";
import { dimensionName } from "#src/reply/wording/service.ts";
import { sourceName } from "#src/reply/wording/source-name.ts";
import { noun } from "#src/reply/wording/unit-of-work.ts";
import { concurrency, exampleQuota, fargateVcpu, starts } from "#test/support/example-estimates.ts";

describe("the reader's noun", () => {
  test.each([
    ["image", "image", "images"],
    ["images", "image", "images"],
    ["image resize", "image resize", "image resizes"],
    ["query", "query", "queries"],
    ["queries", "query", "queries"],
    ["batch", "batch", "batches"],
    ["batches", "batch", "batches"],
    ["process", "process", "processes"],
    ["analysis", "analysis", "analyses"],
    ["bus", "bus", "buses"],
    ["day", "day", "days"],
    ["API call", "API call", "API calls"],
    ["person", "person", "people"],
    ["telemetry", "telemetry", "telemetry"],
    ["", "request", "requests"],
    ["画像", "画像", "画像s"],
  ])("%j is one %s, many %s", (typed, one, many) => {
    expect(noun(typed)).toEqual({ one, many });
  });

  test("a sentence in place of a noun is shortened", () => {
    expect(noun("very ".repeat(50)).one.length).toBeLessThanOrEqual(40);
  });
});

describe("quotas in words", () => {
  test("what it allows, what is needed, who moves it", () => {
    expect(quotaNeed(starts)).toBe("Step Functions starts 300 executions a second, you need 900.");
    expect(quotaRaise(starts)).toBe("AWS can raise it: ask before you build.");
    expect(quotaInBrackets(starts)).toBe("Step Functions, 300 starts a second");
    expect(quotaInBrackets(concurrency)).toBe("Lambda, 1,000 running at once");
  });

  test("a hard one, one out of reach, a guideline and a new account's say so", () => {
    expect(quotaRaise({ ...starts, class: "hard" })).toBe("It cannot be raised.");
    expect(quotaRaise({ ...starts, demandChecked: 3_001 })).toBe("AWS is not known to raise it that far.");
    expect(quotaRaise({ ...starts, demandChecked: 3_000 })).toBe("AWS can raise it: ask before you build.");
    expect(quotaRaise({ ...starts, class: "guideline", quota: "s3.prefix.put" })).toMatch(/prefixes/);
    expect(quotaRaise(fargateVcpu)).toMatch(/check yours/);
  });

  test.each([
    [900, "starts/s", "up", "900/s"],
    [540.2, "executions", "up", "541"],
    [7.6, "vCPU", "up", "8"],
    [0.5, "new execution environments per 10 s", "up", "0.5"],
    [262_144, "bytes", "nearest", "256 KB"],
    [900, "s", "nearest", "15 min"],
    [10_240, "MB", "nearest", "10 GB"],
    [200, "MB/s", "nearest", "200 MB/s"],
  ] as const)("%d %s reads %s as %s", (value, unit, rounding, text) => {
    expect(quotaAmount(value, unit, rounding)).toBe(text);
  });

  test("what happens there ends in a full stop", () => {
    expect(quotaAtLimit(concurrency)).toBe("Sync calls throttled; async events queued and retried.");
    expect(quotaAtLimit({ ...concurrency, atLimit: "" })).toBe("");
  });

  const quotas = [...loadCatalog().quotas].flatMap(([id, byRegion]) => {
    const row = [...byRegion.values()][0];
    return row === undefined ? [] : [{ id, row }];
  });

  test.each(quotas)("every quota of the catalog has a title and a sentence: $id", ({ id, row }) => {
    const use = exampleQuota({
      quota: id,
      service: row.service,
      name: row.name,
      unit: row.unit,
      applied: row.value ?? 1,
      demandPeak: 7,
    });
    expect(quotaTitle(id, row)).toMatch(/^\S.{3,}/);
    expect(quotaNeed(use)).toMatch(/^[A-Z].*you need .*\.$/);
    expect(quotaNeed(use)).not.toMatch(/\{q\}|undefined|NaN|_/);
  });
});

describe("services and sources", () => {
  test("every price of the catalog has a readable name", () => {
    for (const id of loadCatalog().prices.keys()) {
      const [service = "", ...dimension] = id.split("/");
      const name = dimensionName(service, dimension.join("/"));
      expect(name).toMatch(/^[A-Z]/);
      expect(name.length).toBeLessThan(60);
    }
  });

  test("an address becomes its host and last part, remarks are left out", () => {
    expect(sourceName("https://docs.aws.amazon.com/general/latest/gr/step-functions.html")).toBe(
      "docs.aws.amazon.com/…/step-functions",
    );
    expect(sourceName("AWS pricing feed b0.p.awsstatic.com/pricing/2.0/x/ecs.json, copied verbatim in …")).toBe(
      "AWS pricing feed b0.p.awsstatic.com/…/ecs.json",
    );
    expect(sourceName("AWS price list")).toBe("AWS price list");
  });
});
