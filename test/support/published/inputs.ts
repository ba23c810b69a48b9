/** A request of `rethink price`, as another program would write it. */
export interface JsonRequest {
  region: string;
  freeTier: boolean;
  monthHours?: number;
  unitPriceOverrides?: Record<string, unknown>;
  usage?: { service: string; dimension: string; quantity: number }[];
  resources?: Record<string, unknown>[];
}
export type Part = Omit<JsonRequest, "region" | "freeTier">;

/** Hours of the month that Infracost and most guidance count with. */
export const AVERAGE_MONTH_HOURS = 730;

/** Reads the inputs of an example without trusting their shape. */
export class Inputs {
  readonly values: Readonly<Record<string, unknown>>;

  constructor(values: Readonly<Record<string, unknown>>) {
    this.values = values;
  }

  number(key: string, missing = 0): number {
    const value = this.values[key];
    return typeof value === "number" ? value : missing;
  }

  has(key: string): boolean {
    return this.values[key] !== undefined;
  }

  text(key: string): string {
    const value = this.values[key];
    return typeof value === "string" ? value : "";
  }

  texts(key: string): string[] {
    const value = this.values[key];
    return Array.isArray(value) ? value.map(String) : [];
  }

  inside(key: string): Inputs {
    const value = this.values[key];
    return new Inputs(typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {});
  }
}

export function usage(id: string, quantity: number): { service: string; dimension: string; quantity: number } {
  const [service = "", dimension = ""] = id.split("/");
  return { service, dimension, quantity };
}

export function architecture(inputs: Inputs): "arm64" | "x86_64" {
  return inputs.text("arch") === "arm64" ? "arm64" : "x86_64";
}
