import { expect, test } from "vitest";
import { loadCatalog } from "#src/catalog/load.ts";
import { findPrice } from "#src/model/pricing/find-price.ts";

const catalog = loadCatalog();

test("a region with a row of its own has its own price", () => {
  expect(findPrice(catalog, "lambda/requests-x86", "sa-east-1")).toMatchObject({ region: "sa-east-1", verified: true });
});

test("a region without a row gets us-east-1's, scaled by the region's Fargate price and marked", () => {
  // Fargate vCPU-hour: 0.0696 in sa-east-1, 0.04048 in us-east-1; EventBridge 1.00 a million in us-east-1.
  const row = findPrice(catalog, "eventbridge/custom-events", "sa-east-1");
  expect(row?.tiers[0]?.unitPriceUsd).toBeCloseTo((0.0696 / 0.04048) * 1e-6, 12);
  expect(row).toMatchObject({ region: "sa-east-1", estimated: { low: 0.8, high: 1.2 }, verified: false });
});

test("no price is estimated where AWS does not sell the service", () => {
  expect(findPrice(catalog, "s3-express/storage", "us-west-2")).toBeDefined();
  expect(findPrice(catalog, "s3-express/storage", "eu-central-1")).toBeUndefined();
});

test("a dimension without a price in us-east-1 is not estimated elsewhere", () => {
  expect(findPrice(catalog, "dynamodb/restore", "us-east-2")).toBeDefined();
  expect(findPrice(catalog, "dynamodb/restore", "eu-west-1")).toBeUndefined();
});

test("an unknown region has no price", () => {
  expect(findPrice(catalog, "eventbridge/custom-events", "mars-north-1")).toBeUndefined();
});
