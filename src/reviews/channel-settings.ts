import { UserError } from "#src/errors.ts";
import type { Catalog } from "#src/model/catalog.ts";
import type { Change } from "#src/model/change.ts";
import { quotaPath } from "#src/model/paths.ts";
import type { Origins, WorkloadInput } from "#src/model/workload.ts";
import type { ReviewContext } from "./context.ts";
import type { Author, ChannelKey } from "./review.ts";

/** A quota or discount of a channel. */
export interface ChannelSetting {
  kind: "quota" | "discount";
  /** Quota id, or "all" for the discount. */
  name: string;
  value: number;
  by: Author;
  at: Date;
}

const DISCOUNT_NAME = "all";

export function channelSettings(context: ReviewContext, key: ChannelKey): Promise<readonly ChannelSetting[]> {
  return context.records.settings.list(key);
}

/**
 * Keeps a quota of this channel; null takes it back to AWS's default.
 *
 * @throws UserError `bad-input` when there is no such quota, it is hard, or the value is no quota
 */
export async function setQuota(
  context: ReviewContext,
  key: ChannelKey,
  by: Author,
  quota: string,
  value: number | null,
): Promise<void> {
  if (value === null) {
    const removed = await context.records.settings.remove(key, "quota", quota);
    if (!removed) throw nothingSet(`${quota} has no value of this channel.`);
    return;
  }
  assertRaisable(context.catalog, quota);
  assertQuotaValue(value);
  await context.records.settings.put(key, { kind: "quota", name: quota, value, by, at: context.clock.now() });
}

/** The edit that brings a review in line with a quota: its value, or AWS's default again. */
export function quotaChange(quota: string, value: number | null, region: string, catalog: Catalog): Change[] {
  const rows = catalog.quotas.get(quota);
  const set = value ?? (rows?.get(region) ?? rows?.get("default"))?.value ?? null;
  return set === null ? [] : [{ op: "set", path: quotaPath(quota), value: set }];
}

/** Keeps this channel's negotiated discount, in percent off list prices; 0 takes it back. */
export async function setDiscount(context: ReviewContext, key: ChannelKey, by: Author, percent: number): Promise<void> {
  if (!(percent >= 0 && percent < 100)) {
    throw new UserError({
      code: "bad-input",
      message: "A discount is from 0 to under 100 percent.",
      nextStep: 'For example "discount 12".',
    });
  }
  if (percent === 0) await context.records.settings.remove(key, "discount", DISCOUNT_NAME);
  else
    await context.records.settings.put(key, {
      kind: "discount",
      name: DISCOUNT_NAME,
      value: percent,
      by,
      at: context.clock.now(),
    });
}

/** The workload with this channel's quotas and discount where its own words give none. */
export function withSettings(
  workload: WorkloadInput,
  origins: Origins,
  settings: readonly ChannelSetting[],
): { workload: WorkloadInput; origins: Origins } {
  const quotas: Record<string, number> = { ...workload.appliedQuotas };
  const purchase = { ...workload.purchase };
  const added: Origins = {};
  for (const { kind, name, value, by } of settings) {
    const origin = { origin: "stated", evidence: `set for this channel by ${by.name}`, by: by.name } as const;
    if (kind === "quota" && quotas[name] === undefined) {
      quotas[name] = value;
      added[quotaPath(name)] = origin;
    }
    if (kind === "discount" && purchase.discountPercent === undefined) {
      purchase.discountPercent = value;
      added["purchase.discountPercent"] = origin;
    }
  }
  return { workload: { ...workload, appliedQuotas: quotas, purchase }, origins: { ...origins, ...added } };
}

function assertRaisable(catalog: Catalog, quota: string): void {
  const rows = [...(catalog.quotas.get(quota)?.values() ?? [])];
  if (rows.length === 0) throw nothingSet(`There is no quota ${quota}.`);
  if (rows.every((row) => row.class === "hard")) {
    throw new UserError({
      code: "bad-input",
      message: `${rows[0]?.name ?? quota} is a hard limit: AWS raises it for nobody.`,
      nextStep: "See limits for those that can be raised.",
    });
  }
}

function assertQuotaValue(value: number): void {
  if (Number.isFinite(value) && value > 0) return;
  throw new UserError({
    code: "bad-input",
    message: "A quota is a number above zero.",
    nextStep: 'For example "quota lambda.concurrency 5000".',
  });
}

function nothingSet(message: string): UserError {
  return new UserError({ code: "bad-input", message, nextStep: 'Ask "limits" for the quotas of a review.' });
}
