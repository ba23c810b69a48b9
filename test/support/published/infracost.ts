import { dynamoTable, ebsVolume, ec2Instance, kinesisStream, s3Class, snsTopic } from "./infracost-resources.ts";
import { AVERAGE_MONTH_HOURS, architecture, type Inputs, type Part, usage } from "./inputs.ts";

interface InfracostCase {
  use: Inputs;
  derived: Inputs;
  attributes: Inputs;
}

const infracostParts: Record<string, (example: InfracostCase) => Part | null> = {
  aws_lambda_function: ({ use, derived }) => ({
    resources: [
      {
        type: "lambda-function",
        architecture: architecture(derived),
        requests: use.number("monthly_requests"),
        durationMs: use.number("request_duration_ms"),
        memoryMb: derived.number("memory_mb"),
      },
    ],
  }),
  aws_lambda_provisioned_concurrency_config: ({ use, derived }) => ({
    resources: [
      {
        type: "lambda-function",
        architecture: architecture(derived),
        memoryMb: derived.number("memory_mb"),
        provisionedConcurrency: derived.number("pc_count"),
        provisionedHours: derived.number("pc_hours"),
        provisionedRequests: use.number("monthly_requests"),
        provisionedDurationMs: use.number("request_duration_ms"),
      },
    ],
  }),
  aws_sfn_state_machine: ({ use, attributes }) => ({
    resources: [
      attributes.text("type") === "EXPRESS"
        ? {
            type: "step-functions-express",
            requests: use.number("monthly_requests"),
            durationMs: use.number("workflow_duration_ms"),
            memoryMb: use.number("memory_mb"),
          }
        : { type: "step-functions-standard", transitions: use.number("monthly_transitions") },
    ],
  }),
  aws_s3_bucket: ({ use }) => s3Class(use),
  aws_ecs_service: ({ derived }) => ({
    resources: [
      {
        type: "fargate-task",
        architecture: architecture(derived),
        tasks: derived.number("tasks"),
        vcpu: derived.number("vcpu"),
        memoryGb: derived.number("memory_gb"),
        hours: AVERAGE_MONTH_HOURS,
      },
    ],
  }),
  aws_sqs_queue: ({ use, attributes }) => ({
    resources: [
      {
        type: "sqs",
        fifo: attributes.text("fifo_queue") === "true",
        requests: use.number("monthly_requests"),
        requestKb: use.number("request_size_kb", 64),
      },
    ],
  }),
  aws_sns_topic: ({ use, attributes }) => snsTopic(use, attributes.text("fifo_topic") === "true"),
  aws_cloudwatch_log_group: ({ use }) => ({
    resources: [
      {
        type: "cloudwatch-logs",
        ingestedGb: use.number("monthly_data_ingested_gb"),
        storedGb: use.number("storage_gb"),
      },
    ],
    usage: [usage("cloudwatch/logs-insights-scan", use.number("monthly_data_scanned_gb"))],
  }),
  aws_api_gateway_rest_api: ({ use }) => ({
    resources: [{ type: "api-gateway", kind: "rest", requests: use.number("monthly_requests") }],
  }),
  aws_apigatewayv2_api: ({ use, attributes }) => ({
    resources: [
      attributes.text("protocol_type") === "WEBSOCKET"
        ? {
            type: "api-gateway",
            kind: "websocket",
            requests: use.number("monthly_messages"),
            requestKb: use.number("message_size_kb", 32),
            connectionMinutes: use.number("monthly_connection_mins"),
          }
        : {
            type: "api-gateway",
            kind: "http",
            requests: use.number("monthly_requests"),
            requestKb: use.number("request_size_kb", 512),
          },
    ],
  }),
  aws_lb: ({ use, attributes }) => ({
    resources: [
      {
        type: attributes.text("load_balancer_type") === "network" ? "nlb" : "alb",
        hours: AVERAGE_MONTH_HOURS,
        processedGbPerHour: use.number("processed_bytes_gb") / AVERAGE_MONTH_HOURS,
      },
    ],
  }),
  aws_elb: ({ use }) => ({
    usage: [
      usage("elb/classic-hour", AVERAGE_MONTH_HOURS),
      usage("elb/classic-data", use.number("monthly_data_processed_gb")),
    ],
  }),
  aws_nat_gateway: ({ use }) => ({
    resources: [
      { type: "nat-gateway", hours: AVERAGE_MONTH_HOURS, processedGb: use.number("monthly_data_processed_gb") },
    ],
  }),
  aws_vpc_endpoint: ({ use }) => ({
    // The golden output counts a PB as 1,000,000 GB; the catalog, as AWS does, as 1,048,576.
    unitPriceOverrides: {
      "vpc/interface-endpoint-data": [
        { upTo: 1e6, unitPriceUsd: 0.01 },
        { upTo: 5e6, unitPriceUsd: 0.006 },
        { upTo: null, unitPriceUsd: 0.004 },
      ],
    },
    usage: [
      usage("vpc/interface-endpoint-hour", AVERAGE_MONTH_HOURS),
      usage("vpc/interface-endpoint-data", use.number("monthly_data_processed_gb")),
    ],
  }),
  aws_dynamodb_table: ({ use, attributes }) => dynamoTable(use, attributes),
  aws_cloudwatch_event_bus: ({ use }) => ({
    resources: [{ type: "eventbridge", customEvents: use.number("monthly_custom_events") }],
    usage: [
      usage("eventbridge/partner-events", use.number("monthly_third_party_events")),
      usage("eventbridge/archive-processing", use.number("monthly_archive_processing_gb")),
      usage("eventbridge/archive-storage", use.number("archive_storage_gb")),
      usage("eventbridge/schema-discovery-events", use.number("monthly_schema_discovery_events")),
    ],
  }),
  aws_data_transfer: ({ use }) => ({
    resources: [
      {
        type: "data-transfer",
        internetGb: use.number("monthly_outbound_internet_gb"),
        crossAzGb: use.number("monthly_intra_region_gb"),
      },
    ],
    usage: [
      usage("data-transfer/inter-region-out-typical", use.number("monthly_outbound_other_regions_gb")),
      usage("data-transfer/inter-region-out-us-east-pair", use.number("monthly_outbound_us_east_to_us_east_gb")),
    ].filter((item) => item.quantity > 0),
  }),
  aws_kinesis_stream: ({ use, attributes }) => kinesisStream(use, attributes),
  aws_ebs_volume: ({ use, attributes }) => ebsVolume(use, attributes),
  aws_instance: ({ use, attributes }) => ec2Instance(use, attributes),
  aws_eks_node_group: ({ derived }) => ({
    resources: [
      {
        type: "ec2-instance",
        instanceType: derived.text("instance"),
        count: derived.number("count"),
        hours: AVERAGE_MONTH_HOURS,
      },
      ...["gp2", "gp3"].flatMap((volumeType) => {
        const gb = derived.number(`root_${volumeType}_gb_total`);
        return gb > 0 ? [{ type: "ebs-volume", volumeType, gb, hours: AVERAGE_MONTH_HOURS }] : [];
      }),
    ],
  }),
  aws_eks_cluster: () => ({ resources: [{ type: "eks-cluster", hours: AVERAGE_MONTH_HOURS }] }),
  aws_secretsmanager_secret: ({ use }) => ({
    usage: [usage("secrets-manager/secret", 1), usage("secrets-manager/api-requests", use.number("monthly_requests"))],
  }),
  aws_ecr_repository: ({ use }) => ({ usage: [usage("ecr/private-storage", use.number("storage_gb"))] }),
};

/** A resource of an Infracost golden file. */
export function fromInfracost(inputs: Inputs): Part | null {
  const kind = inputs.text("resource").split(".")[0] ?? "";
  const use = inputs.inside("usage");
  const derived = inputs.inside("derived");
  const attributes = inputs.inside("attributes");
  return infracostParts[kind]?.({ use, derived, attributes }) ?? null;
}
