import { AVERAGE_MONTH_HOURS, type Inputs, type Part, usage } from "./inputs.ts";

export function s3Class(use: Inputs): Part | null {
  if (use.has("standard")) {
    const standard = use.inside("standard");
    return {
      resources: [
        {
          type: "s3-standard",
          storageGb: standard.number("storage_gb"),
          putRequests: standard.number("monthly_tier_1_requests"),
          getRequests: standard.number("monthly_tier_2_requests"),
        },
      ],
    };
  }
  const classes = [
    { key: "standard_infrequent_access", prefix: "standard-ia", transition: "lifecycle-to-standard-ia" },
    { key: "glacier_flexible_retrieval", prefix: "glacier-flexible", transition: "lifecycle-to-glacier-flexible" },
    { key: "glacier_deep_archive", prefix: "deep-archive", transition: "lifecycle-to-deep-archive" },
  ];
  const held = classes.find(({ key }) => use.has(key));
  if (held === undefined) return null;
  const inside = use.inside(held.key);
  const ia = held.prefix === "standard-ia";
  return {
    usage: [
      usage(`s3/${held.prefix}-storage`, inside.number("storage_gb")),
      usage(`s3/${held.prefix}-put-copy-post-list`, inside.number("monthly_tier_1_requests")),
      usage(`s3/${held.prefix}-get-other`, inside.number("monthly_tier_2_requests")),
      usage(`s3/${held.transition}`, inside.number("monthly_lifecycle_transition_requests")),
      ...(ia
        ? [usage("s3/standard-ia-retrieval", inside.number("monthly_data_retrieval_gb"))]
        : [
            usage(
              `s3/${held.prefix}-retrieval-request-standard`,
              inside.number("monthly_standard_data_retrieval_requests"),
            ),
            usage(`s3/${held.prefix}-retrieval-standard`, inside.number("monthly_standard_data_retrieval_gb")),
          ]),
    ],
  };
}

/** Each notification goes to every subscription of its kind. */
export function snsTopic(use: Inputs, fifo: boolean): Part {
  const requests = use.number("monthly_requests");
  if (fifo) {
    return {
      usage: [
        usage("sns/fifo-publish-requests", requests),
        usage("sns/fifo-publish-payload", (requests * use.number("request_size_kb")) / 1e6),
      ],
    };
  }
  return {
    resources: [{ type: "sns", publishes: requests }],
    usage: [
      usage("sns/delivery-http", requests * use.number("http_subscriptions")),
      usage("sns/delivery-email", requests * use.number("email_subscriptions")),
      usage("sns/delivery-firehose", requests * use.number("kinesis_subscriptions")),
      usage("sns/delivery-mobile-push", requests * use.number("mobile_push_subscriptions")),
      usage("sns/delivery-macos", requests * use.number("macos_subscriptions")),
    ],
  };
}

export function dynamoTable(use: Inputs, attributes: Inputs): Part {
  if (attributes.text("billing_mode") === "PROVISIONED") {
    return {
      usage: [
        usage("dynamodb/provisioned-wcu", Number(attributes.text("write_capacity")) * AVERAGE_MONTH_HOURS),
        usage("dynamodb/provisioned-rcu", Number(attributes.text("read_capacity")) * AVERAGE_MONTH_HOURS),
      ],
    };
  }
  return {
    resources: [
      {
        type: "dynamodb-on-demand",
        writeRequestUnits: use.number("monthly_write_request_units"),
        readRequestUnits: use.number("monthly_read_request_units"),
        storageGb: use.number("storage_gb"),
      },
    ],
    usage: [
      usage("dynamodb/pitr-backup-storage", use.number("pitr_backup_storage_gb")),
      usage("dynamodb/on-demand-backup-storage", use.number("on_demand_backup_storage_gb")),
      usage("dynamodb/restore", use.number("monthly_data_restored_gb")),
      usage("dynamodb/streams-read", use.number("monthly_streams_read_request_units")),
    ],
  };
}

export function kinesisStream(use: Inputs, attributes: Inputs): Part {
  if (attributes.text("stream_mode") === "ON_DEMAND") {
    return {
      usage: [
        usage("kinesis/on-demand-stream-hour", AVERAGE_MONTH_HOURS),
        usage("kinesis/on-demand-data-in", use.number("monthly_on_demand_data_in_gb")),
        usage("kinesis/on-demand-data-out", use.number("monthly_on_demand_data_out_gb")),
        usage("kinesis/on-demand-efo-out", use.number("monthly_on_demand_efo_data_out_gb")),
        usage("kinesis/on-demand-extended-retention", use.number("monthly_on_demand_extended_retention_gb")),
        usage("kinesis/on-demand-long-term-retention", use.number("monthly_on_demand_long_term_retention_gb")),
      ],
    };
  }
  return {
    usage: [
      usage("kinesis/provisioned-shard-hour", Number(attributes.text("shard_count")) * AVERAGE_MONTH_HOURS),
      usage("kinesis/put-payload-units", use.number("monthly_provisioned_put_units")),
      usage("kinesis/provisioned-extended-retention", use.number("monthly_provisioned_extended_retention_gb")),
      usage("kinesis/provisioned-long-term-retention", use.number("monthly_provisioned_long_term_retention_gb")),
      usage("kinesis/provisioned-long-term-retrieval", use.number("monthly_provisioned_long_term_retrieval_gb")),
      usage("kinesis/efo-data-out", use.number("monthly_provisioned_efo_data_out_gb")),
      usage("kinesis/efo-consumer-shard-hour", use.number("monthly_provisioned_efo_consumer_hours")),
    ],
  };
}

export function ebsVolume(use: Inputs, attributes: Inputs): Part {
  const volumeType = attributes.text("type") === "" ? "gp2" : attributes.text("type");
  return {
    resources: [
      {
        type: "ebs-volume",
        volumeType,
        gb: Number(attributes.text("size")),
        hours: AVERAGE_MONTH_HOURS,
        ...(attributes.has("iops") ? { iops: Number(attributes.text("iops")) } : {}),
        ...(attributes.has("throughput") ? { throughputMbps: Number(attributes.text("throughput")) } : {}),
      },
    ],
    usage: [usage("ebs/standard-requests", use.number("monthly_standard_io_requests"))].filter(
      (item) => item.quantity > 0,
    ),
  };
}

/** Metrics that detailed monitoring sends for one instance. */
const DETAILED_METRICS = 7;
/** Root volume where none is described. */
const ROOT_GB = 8;

export function ec2Instance(use: Inputs, attributes: Inputs): Part {
  const instanceType = attributes.text("instance_type");
  const term = use.text("reserved_instance_term").replace("_year", "y");
  const creditHours = use.number("monthly_cpu_credit_hrs") * use.number("vcpu_count");
  const extras = [
    ...(term === ""
      ? []
      : [
          usage(
            `ec2-reserved/${instanceType}-${use.text("reserved_instance_type")}-${term}-no-upfront`,
            AVERAGE_MONTH_HOURS,
          ),
        ]),
    ...(creditHours > 0 ? [usage("ec2-credits/t2-t3-linux", creditHours)] : []),
    ...(attributes.text("monitoring") === "true" ? [usage("cloudwatch/custom-metrics", DETAILED_METRICS)] : []),
  ];
  const onDemand = term === "" ? [{ type: "ec2-instance", instanceType, hours: AVERAGE_MONTH_HOURS }] : [];
  return { resources: [...onDemand, ...instanceVolumes(attributes)], usage: extras };
}

function instanceVolumes(attributes: Inputs): Record<string, unknown>[] {
  const sizes = attributes.texts("volume_size").map(Number);
  if (sizes.length === 0) return [{ type: "ebs-volume", volumeType: "gp2", gb: ROOT_GB, hours: AVERAGE_MONTH_HOURS }];
  const types = attributes.texts("volume_type");
  // The root volume and the first block device name no type, which means gp2.
  const unnamed = sizes.length - types.length;
  return sizes.map((gb, index) => {
    const volumeType = index < unnamed ? "gp2" : (types[index - unnamed] ?? "gp2");
    return {
      type: "ebs-volume",
      volumeType,
      gb,
      hours: AVERAGE_MONTH_HOURS,
      ...(volumeType === "io1" ? { iops: Number(attributes.text("iops")) } : {}),
    };
  });
}
