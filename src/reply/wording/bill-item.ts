import { assertNever } from "#src/errors.ts";
import type { Estimate, LineItem } from "#src/model/assessment.ts";
import { serviceName } from "./service.ts";

/** What people call one part of a bill: "Step Functions Standard", "S3 between steps". */
function billItemName({ group, service, dimension }: LineItem): string {
  switch (group) {
    case "orchestration":
      return orchestrationName(service, dimension);
    case "hand-off":
      return service === "s3" ? "S3 between steps" : `${serviceName(service)} between steps`;
    case "compute":
      return service === "ebs" ? "EC2" : serviceName(service);
    case "entry":
      return serviceName(service);
    case "network":
      return dimension.startsWith("internet") ? "Traffic to the internet" : "Network";
    case "observability":
      return "Logs";
    default:
      return assertNever(group);
  }
}

function orchestrationName(service: string, dimension: string): string {
  if (service === "step-functions") {
    return dimension.startsWith("standard") ? "Step Functions Standard" : "Step Functions Express";
  }
  if (service === "sqs") return "Queues between steps";
  if (service === "dynamodb") return "State in DynamoDB";
  if (service === "lambda") return "Durable function state";
  return serviceName(service);
}

/** Lines of an estimate that people read as one item. */
export interface BillItem {
  name: string;
  costUsd: number;
  /** True when every line in it is the same for all architectures. */
  isShared: boolean;
  isCompute: boolean;
  lines: readonly LineItem[];
}

/** The bill by item, dearest first. Shared and own lines never share an item. */
export function billItems(estimate: Estimate): BillItem[] {
  const byKey = new Map<string, LineItem[]>();
  for (const line of estimate.lineItems) {
    const key = `${line.share}:${billItemName(line)}`;
    byKey.set(key, [...(byKey.get(key) ?? []), line]);
  }
  return [...byKey.values()]
    .flatMap((lines): BillItem[] => {
      const [first] = lines;
      if (first === undefined) return [];
      const costUsd = lines.reduce((sum, line) => sum + line.costUsd, 0);
      const isShared = first.share === "shared";
      return [{ name: billItemName(first), costUsd, isShared, isCompute: first.group === "compute", lines }];
    })
    .sort((a, b) => b.costUsd - a.costUsd || a.name.localeCompare(b.name, "en"));
}

/** The dearest item that differs between architectures, or null where there is none. */
export function largestItem(estimate: Estimate): BillItem | null {
  return billItems(estimate).find((item) => !item.isShared) ?? null;
}
