import { z } from "zod";

/**
 * Shape of the files under data/. Strict: a misspelt field in a row is an error, not a silently lost fact.
 * `docs` of each file's meaning stand in its own `note`.
 */

/** ISO date, also reduced: "2026", "2026-07", "2026-07-31". */
const date = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const price = z.number().nonnegative();

const tierSchema = z.strictObject({ upTo: z.number().positive().nullable(), unitPriceUsd: price });

/**
 * One line of prices/<date>/<service>.json: a `region` with a flat `unitPriceUsd` or `tiers`, or, where only the price
 * differs between regions, `unitPricesUsd` by region.
 */
export const priceRowSchema = z
  .strictObject({
    dimension: z.string(),
    unit: z.string(),
    region: z.string().optional(),
    unitPriceUsd: price.optional(),
    tiers: z.array(tierSchema).optional(),
    unitPricesUsd: z.record(z.string(), price).optional(),
    /** Key of sources.json. */
    source: z.string(),
    /** Only where it differs from the source's own date. */
    effectiveDate: date.optional(),
    /** Only where the row was read later than the rest of its file. */
    retrievedDate: day.optional(),
    verified: z.boolean(),
    /** Further sources that print the same figure. */
    crossChecked: z.array(z.string()).optional(),
    note: z.string().optional(),
  })
  .refine(hasOnePriceForm, {
    message: "needs region with unitPriceUsd or tiers (ascending, the last upTo null), or unitPricesUsd alone",
  });
export type PriceFileRow = z.infer<typeof priceRowSchema>;

function hasOnePriceForm(row: {
  region?: string | undefined;
  unitPriceUsd?: number | undefined;
  tiers?: z.infer<typeof tierSchema>[] | undefined;
  unitPricesUsd?: Record<string, number> | undefined;
}): boolean {
  const forms = [row.unitPriceUsd, row.tiers, row.unitPricesUsd].filter((form) => form !== undefined);
  const hasRegion = row.region !== undefined;
  return forms.length === 1 && hasRegion === (row.unitPricesUsd === undefined) && tiersAscend(row.tiers ?? []);
}

function tiersAscend(tiers: readonly z.infer<typeof tierSchema>[]): boolean {
  return tiers.every((tier, index) => {
    const before = tiers[index - 1]?.upTo ?? 0;
    return index === tiers.length - 1 ? tier.upTo === null : tier.upTo !== null && tier.upTo > before;
  });
}

export const priceFileSchema = z.strictObject({
  service: z.string().min(1),
  /** The day the rows were read from their sources. */
  retrievedDate: day,
  rows: z.array(priceRowSchema),
});
export type PriceFile = z.infer<typeof priceFileSchema>;

export const priceSourcesSchema = z.strictObject({
  note: z.string(),
  sources: z.record(
    z.string(),
    z.strictObject({ ref: z.string(), date: date.nullable(), kind: z.string(), note: z.string().optional() }),
  ),
});
export type PriceSources = z.infer<typeof priceSourcesSchema>["sources"];

export const regionsFileSchema = z.strictObject({
  regions: z.array(z.strictObject({ id: z.string(), location: z.string(), usagetypePrefixes: z.array(z.string()) })),
});

export const notOfferedFileSchema = z.strictObject({
  note: z.string(),
  notOffered: z.array(z.strictObject({ id: z.string(), regions: z.array(z.string()).min(1), source: z.string() })),
});

export const freeTiersFileSchema = z.strictObject({
  note: z.string(),
  freeTiers: z.array(
    z.strictObject({
      service: z.string(),
      dimensions: z.array(z.string()).min(1),
      amount: z.number().positive(),
      unit: z.string(),
      source: z.string(),
      verified: z.boolean(),
      note: z.string().optional(),
    }),
  ),
});

/** Region code, or "default" for every other commercial region. */
const quotaValues = z.record(z.string(), z.number().positive().nullable());

const quotaPeriodSchema = z.strictObject({
  from: day.nullable(),
  /** Exclusive. */
  until: day,
  regions: quotaValues,
  source: z.string(),
  effectiveDate: date,
  verified: z.boolean(),
  note: z.string().optional(),
});

export const quotaFileRowSchema = z.strictObject({
  id: z.string().min(1),
  service: z.string(),
  name: z.string(),
  unit: z.string(),
  per: z.string(),
  class: z.enum(["hard", "raisable", "account-age", "guideline"]),
  adjustable: z.boolean(),
  raisableTo: z.number().positive().nullable(),
  code: z.string().optional(),
  binds: z.enum(["serverless", "container", "both"]),
  atLimit: z.strictObject({
    effect: z.string(),
    error: z.string().nullable(),
    errorVerified: z.boolean().nullable(),
  }),
  regions: quotaValues,
  source: z.string(),
  effectiveDate: date.nullable(),
  verified: z.boolean(),
  note: z.string().optional(),
  earlier: z.array(quotaPeriodSchema).optional(),
});
export type QuotaFileRow = z.infer<typeof quotaFileRowSchema>;

export const quotasFileSchema = z.strictObject({
  collected: day,
  note: z.string(),
  quotas: z.array(quotaFileRowSchema),
});

export const quotaSourcesSchema = z.strictObject({
  note: z.string(),
  sources: z.record(
    z.string(),
    z.strictObject({ url: z.string(), readFrom: z.string(), date: z.string(), tier: z.string() }),
  ),
});
export type QuotaSources = z.infer<typeof quotaSourcesSchema>["sources"];

export const latencyFileSchema = z.strictObject({
  facts: z.array(
    z.strictObject({
      id: z.string(),
      what: z.string(),
      low: z.number().nullable(),
      typical: z.number().nullable(),
      high: z.number().nullable(),
      unit: z.string(),
      source: z.string(),
      effectiveDate: date.nullable(),
      verified: z.boolean(),
      confidence: z.string(),
      samples: z.number().optional(),
      alsoSee: z.array(z.string()).optional(),
      note: z.string().optional(),
    }),
  ),
});

export const fargateSizesFileSchema = z.strictObject({
  source: z.string(),
  sizes: z.array(
    z.strictObject({
      vcpu: z.number().positive(),
      memoryGb: z.array(z.number().positive()).min(1),
      linuxOnly: z.boolean(),
    }),
  ),
});

export const ec2TypesFileSchema = z.strictObject({
  source: z.string(),
  bandwidthSource: z.string(),
  bandwidthNote: z.string(),
  baselineSource: z.string(),
  otherTypes: z.string(),
  types: z.array(
    z.strictObject({
      instanceType: z.string(),
      vcpu: z.number().positive(),
      memoryGb: z.number().positive(),
      architecture: z.enum(["x86_64", "arm64"]),
      baselineUtilization: z.number().min(0).max(1).nullable(),
      baselineBandwidthMbps: z.number().positive().nullable(),
    }),
  ),
});

export const assumptionsFileSchema = z.strictObject({
  note: z.string(),
  assumptions: z.array(
    z
      .strictObject({
        id: z.string(),
        appliesTo: z.string(),
        unit: z.string(),
        low: z.number(),
        typical: z.number(),
        high: z.number(),
        why: z.string(),
        source: z.string(),
        judgement: z.boolean(),
      })
      .refine((row) => row.low <= row.typical && row.typical <= row.high, { message: "needs low <= typical <= high" }),
  ),
});
