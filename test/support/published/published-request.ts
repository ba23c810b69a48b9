import { fromInfracost } from "./infracost.ts";
import { Inputs, type JsonRequest } from "./inputs.ts";
import { fromPricingPage } from "./pricing-page.ts";
import type { PublishedCase } from "./published-case.ts";

/** Writes a published example as a request; null when it is about something the catalog does not price. */
export function requestOf(example: PublishedCase): JsonRequest | null {
  const inputs = new Inputs(example.inputs);
  const part = example.id.startsWith("A-") ? fromPricingPage(example.service, inputs) : fromInfracost(inputs);
  return part === null ? null : { region: example.region, freeTier: example.free_tier_included, ...part };
}
