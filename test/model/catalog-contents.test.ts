import { expect, test } from "vitest";
import { loadCatalog } from "#src/catalog/load.ts";
import { catalogAgeDays, isOld } from "#src/model/catalog-age.ts";
import { catalogContents } from "#src/model/catalog-contents.ts";

const contents = catalogContents(loadCatalog());

test("counts add up", () => {
  expect(contents.services.reduce((sum, service) => sum + service.rows, 0)).toBe(contents.priceRows);
  expect(contents.sources.reduce((sum, source) => sum + source.rows, 0)).toBe(contents.priceRows);
  const marked = contents.unverified.reduce((sum, item) => sum + item.regions.length, 0);
  expect(contents.priceRows - contents.verifiedRows).toBe(marked);
});

test("says in how many regions a service is complete", () => {
  const lambda = contents.services.find((service) => service.service === "vpc");
  expect(lambda).toMatchObject({ dimensions: 6, rows: 72 });
  expect(lambda?.byRegion["eu-west-1"]).toBe(6);
});

test("tells gaps that are estimated from gaps that have no answer", () => {
  const events = contents.gaps.find((gap) => gap.id === "eventbridge/custom-events");
  expect(events?.estimated).toHaveLength(11);
  expect(events?.missing).toEqual([]);
  const express = contents.gaps.find((gap) => gap.id === "s3-express/storage");
  expect(express?.estimated).toEqual([]);
  expect(express?.missing).toContain("eu-central-1");
});

test("a catalog is old from the ninety-first day", () => {
  expect(catalogAgeDays("2026-11-23", new Date("2026-11-23T23:59:59Z"))).toBe(0);
  expect(catalogAgeDays("2026-11-23", new Date("2027-02-21T00:00:00Z"))).toBe(90);
  expect(isOld(90)).toBe(false);
  expect(isOld(91)).toBe(true);
  expect(catalogAgeDays("2026-11-23", new Date("2026-01-01T00:00:00Z"))).toBe(0);
});
