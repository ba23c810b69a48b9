import { architecture, type Inputs, type Part, usage } from "./inputs.ts";

export function lambdaPage(inputs: Inputs): Part | null {
  if (inputs.text("product") === "lambda@edge") {
    const gbSeconds =
      (inputs.number("requests") * inputs.number("duration_ms") * inputs.number("memory_mb")) / 1000 / 1024;
    return {
      usage: [usage("lambda/edge-requests", inputs.number("requests")), usage("lambda/edge-duration", gbSeconds)],
    };
  }
  if (inputs.has("instance")) return managedInstances(inputs);
  const executions = inputs.number("executions");
  const rateRequests = inputs.number("requests_per_s") * inputs.number("month_hours") * 3600;
  const memoryMb = inputs.number("memory_mb");
  return {
    resources: [
      {
        type: "lambda-function",
        architecture: architecture(inputs),
        requests: inputs.number("requests") + rateRequests + executions * inputs.number("invocations_per_execution"),
        memoryMb,
        ephemeralStorageMb: inputs.number("ephemeral_mb", 512),
        ...(executions > 0
          ? { gbSeconds: (executions * inputs.number("duration_s_per_execution") * memoryMb) / 1024 }
          : { durationMs: inputs.number("duration_ms") }),
        ...(inputs.has("pc_count")
          ? {
              provisionedConcurrency: inputs.number("pc_count"),
              provisionedHours: inputs.number("pc_hours"),
              provisionedRequests: inputs.number("pc_requests"),
              provisionedDurationMs: inputs.number("pc_duration_ms"),
            }
          : {}),
      },
    ],
    usage: [
      usage("lambda/durable-operations", inputs.number("durable_operations")),
      usage("lambda/durable-data-written", inputs.number("data_written_gb")),
      usage("lambda/durable-data-retained", inputs.number("retention_gb_month")),
      usage("lambda/snapstart-cache", (inputs.number("snapstart_cache_seconds") * memoryMb) / 1024),
      usage("lambda/snapstart-restore", (inputs.number("snapstart_restores") * memoryMb) / 1024),
      usage("lambda/esm-provisioned-epu-sqs", inputs.number("epu_hours")),
    ].filter((item) => item.quantity > 0),
  };
}

/** EC2 at the price of a savings plan, and a management fee on the on-demand price. */
function managedInstances(inputs: Inputs): Part {
  const hours = inputs.number("instance_hours");
  const instance = inputs.text("instance");
  return {
    unitPriceOverrides: { [`ec2/${instance}`]: inputs.number("sp_hourly") },
    resources: [{ type: "ec2-instance", instanceType: instance, hours }],
    usage: [
      usage("lambda/managed-instances-requests", inputs.number("requests")),
      usage("lambda/managed-instances-management-fee", hours * inputs.number("on_demand_hourly")),
    ],
  };
}

export function fargatePage(inputs: Inputs): Part {
  if (inputs.has("vcpu_hours")) {
    return {
      usage: [
        usage("fargate/vcpu-x86", inputs.number("vcpu_hours")),
        usage("fargate/memory-x86", inputs.number("gb_hours")),
      ],
    };
  }
  const dailyHours = (inputs.number("seconds_per_day") * inputs.number("days")) / 3600;
  const hours = dailyHours > 0 ? dailyHours : inputs.number("month_hours");
  const taskHours = hours * inputs.number("tasks");
  if (inputs.text("os") === "windows") {
    return {
      usage: [
        usage("fargate/vcpu-windows", taskHours * inputs.number("vcpu")),
        usage("fargate/os-windows", taskHours * inputs.number("vcpu")),
        usage("fargate/memory-windows", taskHours * inputs.number("memory_gb")),
      ],
    };
  }
  return {
    resources: [
      {
        type: "fargate-task",
        architecture: architecture(inputs),
        tasks: inputs.number("tasks"),
        vcpu: inputs.number("vcpu"),
        memoryGb: inputs.number("memory_gb"),
        ephemeralStorageGb: inputs.number("ephemeral_gb", 20),
        hours,
      },
    ],
  };
}
