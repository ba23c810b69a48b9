import { AVERAGE_MONTH_HOURS, type Inputs, type Part, usage } from "./inputs.ts";
import { fargatePage, lambdaPage } from "./pricing-page-compute.ts";

const KB_PER_GB = 1024 * 1024;

/** An example of an AWS pricing page or guidance. */
export function fromPricingPage(service: string, inputs: Inputs): Part | null {
  switch (service) {
    case "lambda":
      return lambdaPage(inputs);
    case "fargate":
      return fargatePage(inputs);
    case "ebs":
      return ebsPage(inputs);
    case "step_functions": {
      const perSecond = inputs.number("transitions_per_second") * inputs.number("month_hours") * 3600;
      const perExecution = inputs.number("executions") * inputs.number("transitions_per_execution");
      return { resources: [{ type: "step-functions-standard", transitions: perSecond + perExecution }] };
    }
    case "api_gateway":
      return {
        resources: [
          { type: "api-gateway", kind: inputs.text("type").toLowerCase(), requests: inputs.number("requests") },
          {
            type: "data-transfer",
            internetGb: (inputs.number("requests") * inputs.number("response_kb")) / KB_PER_GB,
          },
        ],
      };
    case "s3":
      return {
        resources: [
          {
            type: "s3-standard",
            storageGb: inputs.number("storage_gb"),
            putRequests: inputs.number("put"),
            getRequests: inputs.number("get"),
          },
        ],
        usage: [
          usage("s3/select-scanned", inputs.number("select_scanned_gb")),
          usage("s3/select-returned", inputs.number("select_returned_gb")),
        ],
      };
    case "sqs":
      return { resources: [{ type: "sqs", requests: inputs.number("requests") }] };
    case "sns":
      return {
        resources: [{ type: "sns", publishes: inputs.number("publishes") }],
        usage: [usage("sns/delivery-email", inputs.number("email"))],
      };
    case "eventbridge":
      return {
        resources: [{ type: "eventbridge", customEvents: inputs.number("custom_events") }],
        usage: [usage("eventbridge/cross-region-events", inputs.number("cross_region_events"))],
      };
    case "alb":
      return albPage(inputs);
    case "nat":
      return {
        resources: [
          {
            type: "nat-gateway",
            count: inputs.number("nat"),
            hours: inputs.number("month_hours"),
            processedGb: inputs.number("nat_gb"),
          },
          { type: "data-transfer", internetGb: inputs.number("egress_gb") },
        ],
        usage: [usage("vpc/public-ipv4-in-use", inputs.number("public_ipv4") * inputs.number("month_hours"))],
      };
    case "data_transfer":
      return { resources: [{ type: "data-transfer", internetGb: inputs.number("egress_gb") }] };
    case "ec2":
      return ec2Page(inputs);
    case "cloudwatch":
      return {
        resources: [
          {
            type: "cloudwatch-logs",
            ingestedGb: inputs.number("logs_ingested_gb"),
            storedGb: inputs.number("logs_stored_gb"),
          },
        ],
      };
    case "eks":
      return {
        resources: [{ type: "eks-cluster", count: inputs.number("clusters"), hours: inputs.number("month_hours") }],
      };
    case "dynamodb":
      return {
        resources: [
          {
            type: "dynamodb-on-demand",
            writeRequestUnits: inputs.number("wru"),
            readRequestUnits: inputs.number("rru"),
            storageGb: inputs.number("storage_gb"),
          },
        ],
      };
    default:
      return null;
  }
}

function ebsPage(inputs: Inputs): Part {
  const type = inputs.text("type");
  const prices = inputs.inside("prices");
  const overrides: Record<string, unknown> = { [`ebs/${type}-storage`]: prices.number("gb") };
  if (prices.has("iops")) overrides["ebs/gp3-iops-over-3000"] = prices.number("iops");
  if (prices.has("mbps")) overrides["ebs/gp3-throughput-over-125"] = prices.number("mbps");
  if (prices.has("iops_tier1")) {
    overrides["ebs/io2-iops"] = [
      { upTo: 32_000, unitPriceUsd: prices.number("iops_tier1") },
      { upTo: null, unitPriceUsd: prices.number("iops_tier2") },
    ];
  }
  return {
    monthHours: 720,
    unitPriceOverrides: overrides,
    resources: [
      {
        type: "ebs-volume",
        volumeType: type,
        gb: inputs.number("gb"),
        hours: inputs.number("hours"),
        ...(inputs.has("iops") ? { iops: inputs.number("iops") } : {}),
        ...(inputs.has("throughput_mbps") ? { throughputMbps: inputs.number("throughput_mbps") } : {}),
      },
    ],
  };
}

function albPage(inputs: Inputs): Part {
  const hours = inputs.number("month_hours");
  if (inputs.has("albs")) {
    const processedGbPerHour = inputs.number("processed_gb") / hours;
    return { resources: [{ type: "alb", count: inputs.number("albs"), hours, processedGbPerHour }] };
  }
  const connections = inputs.number("new_connections_per_s");
  return {
    // The example is about capacity units alone: the hours cost nothing here.
    unitPriceOverrides: { "elb/alb-hour": 0 },
    resources: [
      {
        type: "alb",
        hours,
        newConnectionsPerSecond: connections,
        activeConnectionsPerMinute: connections * inputs.number("duration_min") * 60,
        processedGbPerHour: (inputs.number("processed_kb_per_s") * 3600) / 1e6,
        ruleEvaluationsPerSecond: (inputs.number("rules") - 10) * inputs.number("requests_per_s"),
      },
    ],
  };
}

function ec2Page(inputs: Inputs): Part {
  const count = inputs.number("count");
  const hours = inputs.number("month_hours", AVERAGE_MONTH_HOURS);
  const volumes = inputs.has("ebs_type")
    ? [{ type: "ebs-volume", volumeType: inputs.text("ebs_type"), gb: inputs.number("ebs_gb_each") * count, hours }]
    : [];
  return { resources: [{ type: "ec2-instance", instanceType: inputs.text("instance"), count, hours }, ...volumes] };
}
