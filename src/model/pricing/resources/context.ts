import { UserError } from "#src/errors.ts";
import type { Catalog } from "#src/model/catalog.ts";
import type { Assumed } from "#src/model/pricing/price-warning.ts";

/** What the derivation of a resource may read, and where it says what it assumed. */
export interface ResourceContext {
  catalog: Catalog;
  monthHours: number;
  /** Dotted path of the resource in the request. */
  path: string;
  /** Filled by the derivations: told to the person as warnings. */
  assumed: Assumed[];
}

/** Hours a resource ran; the whole month, said so, when the request leaves it out. */
export function hoursOf(given: number | undefined, context: ResourceContext): number {
  if (given !== undefined) return given;
  context.assumed.push({ path: `${context.path}.hours`, value: context.monthHours });
  return context.monthHours;
}

/** CPU architecture; x86_64 as AWS takes it, said so, when the request leaves it out. */
export function architectureOf(given: "x86_64" | "arm64" | undefined, context: ResourceContext): "x86" | "arm" {
  if (given === undefined) context.assumed.push({ path: `${context.path}.architecture`, value: "x86_64" });
  return given === "arm64" ? "arm" : "x86";
}

/** A required companion field: throws a sentence that names it and why it is needed. */
export function needed(given: number | undefined, field: string, because: string, context: ResourceContext): number {
  if (given !== undefined) return given;
  throw fault(context, field, `is missing: ${because}.`, "Add it.");
}

/** At least one amount of a resource must be there: an empty one is a slip, not a bill of nothing. */
export function someAmount(amounts: Readonly<Record<string, number | undefined>>, context: ResourceContext): void {
  if (Object.values(amounts).some((value) => value !== undefined)) return;
  throw new UserError({
    code: "bad-input",
    path: context.path,
    message: `${context.path} holds no amount.`,
    nextStep: `Give ${Object.keys(amounts).join(", ")} or some of them.`,
  });
}

export function fault(context: ResourceContext, field: string, complaint: string, nextStep: string): UserError {
  const path = `${context.path}.${field}`;
  return new UserError({ code: "bad-input", path, message: `${path} ${complaint}`, nextStep });
}

/**
 * Holds a value against hard limits of the service, read from the catalog's quotas.
 *
 * @throws UserError when the value lies outside: nothing AWS could bill
 */
export function withinQuota(
  value: number,
  field: string,
  limits: { least?: string; most?: string },
  context: ResourceContext,
): void {
  const least = limits.least === undefined ? null : quotaValue(limits.least, context);
  const most = limits.most === undefined ? null : quotaValue(limits.most, context);
  if (least !== null && value < least)
    throw fault(context, field, `is ${value}, below the ${least} AWS takes.`, `Give ${least} or more.`);
  if (most !== null && value > most)
    throw fault(context, field, `is ${value}, above the ${most} AWS takes.`, `Give ${most} or less.`);
}

function quotaValue(id: string, context: ResourceContext): number | null {
  return context.catalog.quotas.get(id)?.get("default")?.value ?? null;
}
