import { oneLine } from "#src/reply/clean-text.ts";
import { capital } from "#src/reply/sentence-case.ts";

/** AWS services as people call them; keys are the catalog's service ids. */
const services: Readonly<Record<string, string>> = {
  lambda: "Lambda",
  "step-functions": "Step Functions",
  s3: "S3",
  "s3-express": "S3 Express One Zone",
  fargate: "Fargate",
  ecs: "ECS",
  eks: "EKS",
  ecr: "ECR",
  ec2: "EC2",
  ebs: "EBS",
  "api-gateway": "API Gateway",
  elb: "Load balancer",
  alb: "ALB",
  nlb: "NLB",
  sqs: "SQS",
  sns: "SNS",
  eventbridge: "EventBridge",
  kinesis: "Kinesis",
  dynamodb: "DynamoDB",
  elasticache: "ElastiCache",
  rds: "RDS",
  "data-transfer": "Data transfer",
  vpc: "VPC",
  cloudwatch: "CloudWatch",
  "cloudwatch-logs": "CloudWatch Logs",
};

/** The service's everyday name; an unknown id is written as words. */
export function serviceName(id: string): string {
  const known = services[id];
  if (known !== undefined) return known;
  const words = oneLine(id, 60).replace(/-/g, " ");
  return words === "" ? "AWS" : capital(words);
}

/** What one billable dimension is called on a bill people read. First match wins. */
const dimensions: readonly [RegExp, string][] = [
  [/^step-functions\/standard-/, "Step Functions Standard"],
  [/^step-functions\/express-request/, "Step Functions Express requests"],
  [/^step-functions\/express-/, "Step Functions Express time"],
  [/^lambda\/duration-/, "Lambda compute"],
  [/^lambda\/requests-/, "Lambda requests"],
  [/^lambda\/ephemeral-/, "Lambda disk"],
  [/^lambda\/provisioned-concurrency-/, "Lambda provisioned concurrency"],
  [/^lambda\/provisioned-duration-/, "Lambda compute, provisioned"],
  [/^lambda\/durable-operations/, "Lambda durable operations"],
  [/^lambda\/durable-/, "Lambda durable state"],
  [/^s3\/standard-put/, "S3 writes"],
  [/^s3\/standard-get/, "S3 reads"],
  [/^s3\/standard-storage/, "S3 storage"],
  [/^fargate\/vcpu-/, "Fargate vCPU"],
  [/^fargate\/memory-/, "Fargate memory"],
  [/^fargate\/ephemeral/, "Fargate disk"],
  [/^elb\/alb-hour/, "Load balancer hours"],
  [/^elb\/alb-lcu/, "Load balancer capacity"],
  [/^elb\/nlb-/, "Network load balancer"],
  [/^api-gateway\/http-/, "API Gateway HTTP requests"],
  [/^api-gateway\/rest-/, "API Gateway REST requests"],
  [/^api-gateway\/websocket-messages/, "API Gateway messages"],
  [/^api-gateway\/websocket-/, "API Gateway connection minutes"],
  [/^sqs\//, "SQS requests"],
  [/^sns\//, "SNS messages"],
  [/^eventbridge\//, "EventBridge events"],
  [/^kinesis\/.*(put|data-in)/, "Kinesis writes"],
  [/^kinesis\/.*data-out/, "Kinesis reads"],
  [/^kinesis\//, "Kinesis stream hours"],
  [/^dynamodb\/on-demand-write/, "DynamoDB writes"],
  [/^dynamodb\/on-demand-read/, "DynamoDB reads"],
  [/^data-transfer\/internet/, "Traffic to the internet"],
  [/^data-transfer\/cross-az/, "Traffic between zones"],
  [/^vpc\/nat-gateway-hour/, "NAT gateway hours"],
  [/^vpc\/nat-gateway-data/, "NAT gateway traffic"],
  [/^vpc\/interface-endpoint/, "Interface endpoints"],
  [/^vpc\/.*ipv4/, "Public IPv4 addresses"],
  [/(logs|cloudwatch)[^/]*\/.*(ingest|vended|delivery)/, "Logs taken in"],
  [/(logs|cloudwatch)[^/]*\/.*stor/, "Logs kept"],
];

/** Name of one dimension: "S3 writes". An unknown one is service and dimension as words. */
export function dimensionName(service: string, dimension: string): string {
  const id = `${service}/${dimension}`;
  const known = dimensions.find(([pattern]) => pattern.test(id));
  if (known !== undefined) return known[1];
  if (service === "ec2") return `EC2 ${oneLine(dimension, 40)}`;
  return `${serviceName(service)} ${oneLine(dimension, 60).replace(/-/g, " ")}`;
}
