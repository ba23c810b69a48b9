import { z } from "zod";
import { amount, monthHours, price } from "./amounts.ts";
import { resourceSchema } from "./resources/resource.ts";

/** Hours of an average month. */
const MONTH_HOURS = 730;

const overrideTier = z.strictObject({ upTo: amount.nullable(), unitPriceUsd: price });

/** A unit price to use in place of the list price: one for every quantity, or tiers of its own. */
export const overrideSchema = z.union([price, z.array(overrideTier).min(1)]);

/** What `rethink price` reads: amounts of dimensions, or resources that amounts follow from. */
export const priceRequestSchema = z.strictObject({
  region: z.string(),
  /** Takes off AWS's always-free monthly amounts. */
  freeTier: z.boolean().default(false),
  monthHours: monthHours.default(MONTH_HOURS),
  /** Keyed `service/dimension`. */
  unitPriceOverrides: z.record(z.string(), overrideSchema).default({}),
  usage: z.array(z.strictObject({ service: z.string(), dimension: z.string(), quantity: amount })).default([]),
  resources: z.array(resourceSchema).default([]),
  catalog: z.strictObject({ pricesAsOf: z.string() }).optional(),
});
export type PriceRequest = z.infer<typeof priceRequestSchema>;
export type PriceOverride = z.infer<typeof overrideSchema>;
