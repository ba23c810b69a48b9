import type { Catalog } from "#src/model/catalog.ts";
import { checkRequest } from "./check-request.ts";
import { freeQuantities } from "./free-allowance.ts";
import type { PriceRequest } from "./price-request.ts";
import type { PriceWarning } from "./price-warning.ts";
import { type ResolvedPrice, resolvePrice } from "./resolve-price.ts";
import { usesUnverifiedRule } from "./resources/network.ts";
import { type Resource, resourceUsage } from "./resources/resource.ts";
import { type TierUse, useTiers } from "./tiers.ts";
import { type MergedUsage, mergeUsage, type Usage, usageOf } from "./usage.ts";

export interface PricedLine {
  service: string;
  dimension: string;
  quantity: number;
  unit: string;
  /** A free part comes first, at a unit price of zero: quantities and costs add up to the line's. */
  tiers: TierUse[];
  costUsd: number;
  source: string;
  effectiveDate: string | null;
  /** Bounds as factors of the price, where it was estimated from another region. */
  estimated?: { low: number; high: number };
}

export interface PriceResult {
  region: string;
  monthHours: number;
  /** Sorted by id: totals do not depend on the order of the request. */
  lineItems: PricedLine[];
  totalUsd: number;
  warnings: PriceWarning[];
}

/**
 * Prices amounts and resources at list price, before discount and tax.
 *
 * What shares tiers is added up first, over all resources, as AWS adds it up over an account.
 *
 * @throws UserError naming the field: unknown region, unknown or missing price, contradictory resource
 */
export function price(request: PriceRequest, catalog: Catalog): PriceResult {
  checkRequest(request, catalog);
  const warnings: PriceWarning[] = [];
  const usage = allUsage(request, catalog, warnings);
  const paths = pathsById(usage);
  const merged = mergeUsage(usage.map((item) => item.usage));
  const free = request.freeTier ? freeQuantities(merged, catalog) : merged.map(() => 0);
  const lineItems = merged.map((item, index) => {
    const path = paths.get(item.id) ?? "usage";
    const resolved = resolvePrice(item.id, request.region, path, catalog, request.unitPriceOverrides[item.id]);
    warnings.push(...warningsOf(item.id, request.region, resolved));
    return toLine(item, free[index] ?? 0, resolved);
  });
  warnings.push(...unusedOverrides(request, merged));
  const totalUsd = lineItems.reduce((sum, line) => sum + line.costUsd, 0);
  return { region: request.region, monthHours: request.monthHours, lineItems, totalUsd, warnings: unique(warnings) };
}

interface LocatedUsage {
  usage: Usage;
  path: string;
}

function allUsage(request: PriceRequest, catalog: Catalog, warnings: PriceWarning[]): LocatedUsage[] {
  const stated = request.usage.map(({ service, dimension, quantity }, index) => ({
    usage: usageOf(`${service}/${dimension}`, quantity),
    path: `usage.${index}.dimension`,
  }));
  const derived = request.resources.flatMap((resource, index) => {
    const path = `resources.${index}`;
    const context = { catalog, monthHours: request.monthHours, path, assumed: [] };
    const usages = resourceUsage(resource, context);
    warnings.push(
      ...context.assumed.map((assumed: { path: string; value: number | string }) => ({
        code: "assumed" as const,
        ...assumed,
      })),
    );
    warnings.push(...resourceWarnings(resource, path, catalog));
    return usages.map((usage) => ({ usage, path }));
  });
  return [...stated, ...derived];
}

function resourceWarnings(resource: Resource, path: string, catalog: Catalog): PriceWarning[] {
  if (resource.type === "fargate-task") {
    const { vcpu, memoryGb } = resource;
    const sold = catalog.fargateSizes.some((size) => size.vcpu === vcpu && size.memoryGb.includes(memoryGb));
    return sold ? [] : [{ code: "not-a-fargate-size", path, vcpu, memoryGb }];
  }
  if (resource.type === "nlb" && usesUnverifiedRule(resource)) {
    return [{ code: "unverified-rule", path, rule: "network-load-balancer-capacity-unit" }];
  }
  return [];
}

/** Where in the request an id first came from, for the sentence about a price that is not there. */
function pathsById(usage: readonly LocatedUsage[]): Map<string, string> {
  const paths = new Map<string, string>();
  for (const { usage: item, path } of usage) if (!paths.has(item.id)) paths.set(item.id, path);
  return paths;
}

function toLine(item: MergedUsage, freeQuantity: number, resolved: ResolvedPrice): PricedLine {
  const [service = "", ...rest] = item.id.split("/");
  const tiers = scaleTiers(resolved, item.tierScale);
  const paid = useTiers(tiers, item.quantity - freeQuantity).map(withoutBound);
  const uses = freeQuantity > 0 ? [{ quantity: freeQuantity, unitPriceUsd: 0, costUsd: 0 }, ...paid] : paid;
  return {
    service,
    dimension: rest.join("/"),
    quantity: item.quantity,
    unit: resolved.unit,
    tiers: uses,
    costUsd: uses.reduce((sum, use) => sum + use.costUsd, 0),
    source: resolved.source,
    effectiveDate: resolved.effectiveDate,
    ...(resolved.estimated === undefined ? {} : { estimated: resolved.estimated }),
  };
}

function withoutBound({ quantity, unitPriceUsd, costUsd }: TierUse): TierUse {
  return { quantity, unitPriceUsd, costUsd };
}

function scaleTiers({ tiers }: ResolvedPrice, scale: number): ResolvedPrice["tiers"] {
  if (scale === 1) return tiers;
  return tiers.map((tier) => ({ ...tier, upTo: tier.upTo === null ? null : tier.upTo * scale }));
}

function warningsOf(id: string, region: string, resolved: ResolvedPrice): PriceWarning[] {
  if (resolved.estimated !== undefined) return [{ code: "estimated-price", id, region, ...resolved.estimated }];
  return resolved.verified ? [] : [{ code: "unverified-price", id, region, source: resolved.source }];
}

function unusedOverrides(request: PriceRequest, merged: readonly MergedUsage[]): PriceWarning[] {
  const used = new Set(merged.map((item) => item.id));
  return Object.keys(request.unitPriceOverrides)
    .filter((id) => !used.has(id))
    .sort()
    .map((id) => ({ code: "unused-override", id }));
}

function unique(warnings: readonly PriceWarning[]): PriceWarning[] {
  return [...new Map(warnings.map((warning) => [JSON.stringify(warning), warning])).values()];
}
