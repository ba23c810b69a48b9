/** The five designs that are compared, in the order tables show them when nothing else decides. */
export const architectureNames = [
  "serverless",
  "serverless-tuned",
  "monolith-fargate",
  "monolith-ec2",
  "hybrid",
] as const;
export type Architecture = (typeof architectureNames)[number];
