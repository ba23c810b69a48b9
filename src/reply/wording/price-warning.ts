import type { PriceWarning } from "#src/model/pricing/price-warning.ts";

/** A warning beside prices, as one sentence. */
export function priceWarningText(warning: PriceWarning): string {
  switch (warning.code) {
    case "estimated-price":
      return `${warning.id} has no price in ${warning.region}: us-east-1's, scaled by the region's Fargate price; may be off by ${spread(warning)} % either way.`;
    case "unverified-price":
      return `${warning.id} in ${warning.region} rests on one secondary source: ${warning.source}.`;
    case "assumed":
      return `${warning.path} was not given: ${warning.value} assumed.`;
    case "unused-override":
      return `unitPriceOverrides names ${warning.id}, which nothing in the request uses.`;
    case "not-a-fargate-size":
      return `${warning.path}: Fargate sells no task of ${warning.vcpu} vCPU with ${warning.memoryGb} GB; priced as if it did.`;
    case "unverified-rule":
      return `${warning.path}: what a network load balancer's capacity unit carries could not be checked against AWS's page.`;
    case "old-catalog":
      return `The prices are of ${warning.pricesAsOf}, ${warning.ageDays} days old: refresh them with rethink prices refresh.`;
    case "before-oldest-catalog":
      return `No prices are held of ${warning.asked} or before: those of ${warning.pricesAsOf}, the oldest, are used.`;
  }
}

function spread({ high }: { high: number }): number {
  return Math.round((high - 1) * 100);
}
