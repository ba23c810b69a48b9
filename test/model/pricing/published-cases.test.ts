import { expect, test } from "vitest";
import { loadCatalog } from "#src/catalog/load.ts";
import { price } from "#src/model/pricing/price.ts";
import { priceRequestSchema } from "#src/model/pricing/price-request.ts";
import {
  expectedTotal,
  type PublishedCase,
  publishedCases,
  toleranceOf,
} from "#test/support/published/published-case.ts";
import { requestOf } from "#test/support/published/published-request.ts";

const catalog = loadCatalog();

function priced(example: PublishedCase) {
  const request = requestOf(example);
  return request === null ? null : price(priceRequestSchema.parse(request), catalog);
}

test.each(publishedCases.map((example) => [example.id, example.title, example] as const))(
  "%s comes to the published total: %s",
  (_id, _title, example) => {
    const result = priced(example);
    expect(Math.abs((result?.totalUsd ?? Number.NaN) - expectedTotal(example))).toBeLessThanOrEqual(
      toleranceOf(example),
    );
  },
);

test("every scored example is expressed as a request", () => {
  const unexpressed = publishedCases.filter((example) => example.scored && requestOf(example) === null);
  expect(unexpressed.map((example) => example.id)).toEqual([]);
});
