import { z } from "zod";
import { architectureNames } from "#src/model/architecture-name.ts";
import type { RevisitTrigger } from "#src/model/assessment.ts";
import { assume } from "#src/model/assume.ts";
import type { Catalog } from "#src/model/catalog.ts";
import { changeSchema } from "#src/model/change.ts";
import { originSchema, type Workload, workloadInputSchema, workloadSchema } from "#src/model/workload.ts";
import type { DecisionRow, ReviewRow, RevisionRow } from "#src/storage/port.ts";
import type { Decision, Review, Revision } from "./review.ts";

const architecture = z.enum(architectureNames);

const figuresSchema = z.object({
  verdict: z.enum(["serverless", "monolith", "hybrid", "too-close-to-call", "out-of-scope"]),
  preferred: architecture.nullable(),
  preferredUsd: z.number().nullable(),
  monthlyUsd: z.partialRecord(architecture, z.number()),
  firstLimit: z.object({ quota: z.string(), headroom: z.number() }).nullable(),
  confidence: z.number(),
});

export const revisionBodySchema = z.object({
  changes: z.array(changeSchema),
  workload: workloadInputSchema,
  origins: z.record(z.string(), originSchema),
  notes: z.array(z.string()),
  outOfScope: z.string().optional(),
  llm: z.enum(["pending", "used", "failed"]).optional(),
  catalog: z.object({ pricesAsOf: z.string(), quotasAsOf: z.string() }),
  figures: figuresSchema,
});

const triggerKinds = [
  "rate-above",
  "rate-below",
  "monthly-usd-above",
  "headroom-below",
  "date",
  "price-changed",
  "quota-changed",
] as const satisfies readonly RevisitTrigger["kind"][];

export const decisionBodySchema = z.object({
  choice: z.enum([...architectureNames, "other"]),
  choiceText: z.string(),
  reason: z.string(),
  triggers: z.array(z.object({ kind: z.enum(triggerKinds), path: z.string(), value: z.number() })),
});

/** A review as it is stored, checked. What a later version added to the workload is filled from the catalog. */
export function readReview(row: ReviewRow, catalog: Catalog): Review {
  const current = row.decisions.at(-1);
  return {
    id: row.id,
    shortId: row.shortId,
    key: row.key,
    thread: row.thread,
    cardMessage: row.cardMessage,
    cardChannel: row.cardChannel,
    createdBy: row.createdBy,
    createdAt: row.createdAt,
    revisions: row.revisions.map((revision) => readRevision(revision, catalog)),
    decision: current === undefined || current.reopened ? null : readDecision(current),
    actuals: row.actuals,
  };
}

function readRevision(row: RevisionRow, catalog: Catalog): Revision {
  const body = revisionBodySchema.parse(row.body);
  const complete = workloadSchema.safeParse(body.workload);
  const { workload, origins } = complete.success
    ? { workload: complete.data, origins: body.origins }
    : assume(body.workload, body.origins, catalog);
  return {
    number: row.number,
    author: row.author,
    at: row.at,
    said: row.said,
    changes: body.changes,
    workload,
    origins,
    notes: body.notes,
    catalog: body.catalog,
    figures: body.figures,
    ...(body.outOfScope === undefined ? {} : { outOfScope: body.outOfScope }),
    ...(body.llm === undefined ? {} : { llm: body.llm }),
    ...(row.restores === null ? {} : { restores: row.restores }),
  };
}

function readDecision(row: DecisionRow): Decision {
  return {
    ...decisionBodySchema.parse(row.body),
    by: row.by,
    at: row.at,
    revision: row.revision,
    dissent: row.dissent,
  };
}

/** The row to store for a revision. */
export function revisionRow(revision: Revision): RevisionRow {
  const { changes, origins, notes, catalog, figures, outOfScope, llm } = revision;
  const workload: Workload = revision.workload;
  return {
    number: revision.number,
    author: revision.author,
    at: revision.at,
    said: revision.said,
    restores: revision.restores ?? null,
    body: {
      changes,
      workload,
      origins,
      notes,
      catalog,
      figures,
      ...(outOfScope === undefined ? {} : { outOfScope }),
      ...(llm === undefined ? {} : { llm }),
    },
  };
}

/** The row to store for a decision, without its dissent. */
export function decisionRow(decision: Decision, number: number): Omit<DecisionRow, "dissent" | "reopened"> {
  const { choice, choiceText, reason, triggers } = decision;
  return {
    number,
    by: decision.by,
    at: decision.at,
    revision: decision.revision,
    body: { choice, choiceText, reason, triggers },
  };
}
