import fc from "fast-check";
import { expect, test } from "vitest";
import { loadCatalog } from "#src/catalog/load.ts";
import { price } from "#src/model/pricing/price.ts";
import { priceRequestSchema } from "#src/model/pricing/price-request.ts";

const catalog = loadCatalog();
const ids = [...catalog.prices].flatMap(([priceId, byRegion]) => (byRegion.has("us-east-1") ? [priceId] : []));
const id = fc.constantFrom(...ids);
const quantity = fc.double({ min: 0, max: 1e15, noNaN: true });

function item(priceId: string, amount: number) {
  const [service = "", ...rest] = priceId.split("/");
  return { service, dimension: rest.join("/"), quantity: amount };
}

function cost(request: Record<string, unknown>) {
  return price(priceRequestSchema.parse({ region: "us-east-1", ...request }), catalog);
}

test("more of a dimension never costs less, in every dimension, with and without the free tier", () => {
  fc.assert(
    fc.property(id, quantity, quantity, fc.boolean(), (priceId, a, b, freeTier) => {
      const [less, more] = a <= b ? [a, b] : [b, a];
      const cheap = cost({ freeTier, usage: [item(priceId, less)] }).totalUsd;
      const dear = cost({ freeTier, usage: [item(priceId, more)] }).totalUsd;
      expect(dear).toBeGreaterThanOrEqual(cheap);
    }),
    { numRuns: 500 },
  );
});

test("cost has no jumps: a small step in quantity costs at most the dearest unit price times the step", () => {
  const bounds = [...catalog.prices].flatMap(([priceId, byRegion]) =>
    (byRegion.get("us-east-1")?.tiers ?? []).map((tier) => ({ priceId, bound: tier.upTo ?? 1000 })),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...bounds),
      fc.double({ min: 1e-6, max: 0.5, noNaN: true }),
      ({ priceId, bound }, share) => {
        const step = bound * share;
        const dearest = Math.max(
          ...(catalog.prices.get(priceId)?.get("us-east-1")?.tiers ?? []).map((t) => t.unitPriceUsd),
        );
        const before = cost({ usage: [item(priceId, bound - step)] }).totalUsd;
        const after = cost({ usage: [item(priceId, bound + step)] }).totalUsd;
        const rounding = 1e-9 * Math.max(1, after);
        expect(after - before).toBeLessThanOrEqual(2 * step * dearest + rounding);
      },
    ),
  );
});

const usage = fc.array(fc.tuple(id, quantity), { minLength: 1, maxLength: 12 });

test("tiers add up to the line and lines to the total", () => {
  fc.assert(
    fc.property(usage, fc.boolean(), (pairs, freeTier) => {
      const result = cost({ freeTier, usage: pairs.map(([priceId, amount]) => item(priceId, amount)) });
      for (const line of result.lineItems) {
        expect(line.tiers.reduce((sum, tier) => sum + tier.costUsd, 0)).toBe(line.costUsd);
        const quantities = line.tiers.reduce((sum, tier) => sum + tier.quantity, 0);
        expect(Math.abs(quantities - line.quantity)).toBeLessThanOrEqual(1e-9 * Math.max(1, line.quantity));
      }
      expect(result.lineItems.reduce((sum, line) => sum + line.costUsd, 0)).toBe(result.totalUsd);
    }),
  );
});

test("the order of the items changes no byte of the answer", () => {
  fc.assert(
    fc.property(
      usage.chain((pairs) => fc.tuple(fc.constant(pairs), fc.shuffledSubarray(pairs, { minLength: pairs.length }))),
      fc.boolean(),
      ([pairs, shuffled], freeTier) => {
        const one = cost({ freeTier, usage: pairs.map(([priceId, amount]) => item(priceId, amount)) });
        const other = cost({ freeTier, usage: shuffled.map(([priceId, amount]) => item(priceId, amount)) });
        expect(JSON.stringify(other)).toBe(JSON.stringify(one));
      },
    ),
  );
});

test("splitting a quantity over several items costs what the whole costs", () => {
  fc.assert(
    fc.property(id, fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 2, maxLength: 6 }), (priceId, parts) => {
      fc.pre(priceId !== "ebs/io2-iops");
      const whole = parts.reduce((sum, part) => sum + part, 0);
      const split = cost({ usage: parts.map((part) => item(priceId, part)) });
      expect(split.totalUsd).toBe(cost({ usage: [item(priceId, whole)] }).totalUsd);
    }),
  );
});

test("the same request gives the same bytes", () => {
  const request = { freeTier: true, usage: ids.map((priceId, index) => item(priceId, index * 1234.5)) };
  expect(JSON.stringify(cost(request))).toBe(JSON.stringify(cost(request)));
});
