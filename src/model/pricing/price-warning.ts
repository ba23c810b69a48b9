/** A value the request left out and what was taken for it. */
export interface Assumed {
  path: string;
  value: number | string;
}

/** What a reader must know beside the figures: data, worded elsewhere. */
export type PriceWarning =
  | { code: "estimated-price"; id: string; region: string; low: number; high: number }
  | { code: "unverified-price"; id: string; region: string; source: string }
  | { code: "assumed"; path: string; value: number | string }
  | { code: "unused-override"; id: string }
  | { code: "not-a-fargate-size"; path: string; vcpu: number; memoryGb: number }
  | { code: "unverified-rule"; path: string; rule: "network-load-balancer-capacity-unit" }
  | { code: "old-catalog"; pricesAsOf: string; ageDays: number }
  | { code: "before-oldest-catalog"; asked: string; pricesAsOf: string };
