import { expect, test } from "vitest";
import { nearestNames } from "#src/model/pricing/nearest-names.ts";

const known = ["standard-storage", "standard-put-copy-post-list", "express-request", "us-east-1", "eu-west-1"];

test.each([
  ["standard-storag", "standard-storage"],
  ["standard-put", "standard-put-copy-post-list"],
  ["standard-putt", "standard-put-copy-post-list"],
  ["eu-west-9", "eu-west-1"],
])("%s is nearest to %s", (wrong, right) => {
  expect(nearestNames(wrong, known, 1)).toEqual([right]);
});

test("what is like nothing has no nearest name", () => {
  expect(nearestNames("zzzzzzzz", known, 3)).toEqual([]);
  expect(nearestNames("", known, 3)).toEqual([]);
});
