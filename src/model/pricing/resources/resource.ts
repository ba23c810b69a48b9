import { z } from "zod";
import type { Usage } from "#src/model/pricing/usage.ts";
import {
  ec2InstanceSchema,
  ec2InstanceUsage,
  eksClusterSchema,
  eksClusterUsage,
  fargateTaskSchema,
  fargateTaskUsage,
} from "./compute.ts";
import type { ResourceContext } from "./context.ts";
import { ebsVolumeSchema, ebsVolumeUsage } from "./ebs-volume.ts";
import { lambdaFunctionSchema, lambdaFunctionUsage } from "./lambda-function.ts";
import {
  apiGatewaySchema,
  apiGatewayUsage,
  eventbridgeSchema,
  eventbridgeUsage,
  snsSchema,
  snsUsage,
  sqsSchema,
  sqsUsage,
} from "./messaging.ts";
import {
  albSchema,
  dataTransferSchema,
  dataTransferUsage,
  loadBalancerUsage,
  natGatewaySchema,
  natGatewayUsage,
  nlbSchema,
} from "./network.ts";
import {
  stepFunctionsExpressSchema,
  stepFunctionsExpressUsage,
  stepFunctionsStandardSchema,
  stepFunctionsStandardUsage,
} from "./step-functions.ts";
import {
  cloudwatchLogsSchema,
  cloudwatchLogsUsage,
  dynamodbOnDemandSchema,
  dynamodbOnDemandUsage,
  s3StandardSchema,
  s3StandardUsage,
} from "./storage.ts";

/** A thing one runs on AWS, described by what drives its bill. */
export const resourceSchema = z.discriminatedUnion("type", [
  lambdaFunctionSchema,
  stepFunctionsStandardSchema,
  stepFunctionsExpressSchema,
  fargateTaskSchema,
  ec2InstanceSchema,
  ebsVolumeSchema,
  s3StandardSchema,
  apiGatewaySchema,
  albSchema,
  nlbSchema,
  natGatewaySchema,
  dataTransferSchema,
  sqsSchema,
  snsSchema,
  eventbridgeSchema,
  dynamodbOnDemandSchema,
  cloudwatchLogsSchema,
  eksClusterSchema,
]);
export type Resource = z.infer<typeof resourceSchema>;

/**
 * The billable amounts of one resource.
 *
 * @throws UserError when fields contradict each other, one is missing, or AWS sells no such thing
 */
export function resourceUsage(resource: Resource, context: ResourceContext): Usage[] {
  switch (resource.type) {
    case "lambda-function":
      return lambdaFunctionUsage(resource, context);
    case "step-functions-standard":
      return stepFunctionsStandardUsage(resource);
    case "step-functions-express":
      return stepFunctionsExpressUsage(resource);
    case "fargate-task":
      return fargateTaskUsage(resource, context);
    case "ec2-instance":
      return ec2InstanceUsage(resource, context);
    case "ebs-volume":
      return ebsVolumeUsage(resource, context);
    case "s3-standard":
      return s3StandardUsage(resource, context);
    case "api-gateway":
      return apiGatewayUsage(resource, context);
    case "alb":
    case "nlb":
      return loadBalancerUsage(resource, context);
    case "nat-gateway":
      return natGatewayUsage(resource, context);
    case "data-transfer":
      return dataTransferUsage(resource, context);
    case "sqs":
      return sqsUsage(resource);
    case "sns":
      return snsUsage(resource);
    case "eventbridge":
      return eventbridgeUsage(resource);
    case "dynamodb-on-demand":
      return dynamodbOnDemandUsage(resource, context);
    case "cloudwatch-logs":
      return cloudwatchLogsUsage(resource, context);
    case "eks-cluster":
      return eksClusterUsage(resource, context);
  }
}
