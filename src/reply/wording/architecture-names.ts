import type { Architecture } from "#src/model/architecture-name.ts";

/** The five designs in the order tables show them when nothing else decides. */
const all = ["serverless", "serverless-tuned", "monolith-fargate", "monolith-ec2", "hybrid"] as const;

/** Fails to build when the model gains a design that is not listed above. */
type Listed = Architecture extends (typeof all)[number] ? readonly Architecture[] : never;

export const architectureNames: Listed = all;
