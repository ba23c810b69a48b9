import { helpGroups } from "#commands/command.ts";
import { registry } from "#commands/registry.ts";
import { loadCatalog } from "#src/catalog/load.ts";
import { assess } from "#src/model/assess.ts";
import type { Assessment } from "#src/model/assessment.ts";
import { assume } from "#src/model/assume.ts";
import { applyChanges, type Change } from "#src/model/change.ts";
import type { UnderstoodWorkload } from "#src/model/workload.ts";
import type { Form, Reply } from "#src/reply/reply.ts";
import { assumptionsReply } from "#src/reply/views/assumptions.ts";
import { breakdownReply } from "#src/reply/views/breakdown.ts";
import { differenceReply } from "#src/reply/views/difference.ts";
import { noWorkloadReply, unexpectedReply, unknownVerbReply } from "#src/reply/views/errors.ts";
import { explainReply } from "#src/reply/views/explain.ts";
import { flipsReply } from "#src/reply/views/flips.ts";
import { changeForm, reviewForm } from "#src/reply/views/forms.ts";
import { helpReply } from "#src/reply/views/help.ts";
import { homeReply } from "#src/reply/views/home.ts";
import { limitsReply } from "#src/reply/views/limits.ts";
import { reviewCard } from "#src/reply/views/review-card.ts";
import { threadOpener } from "#src/reply/views/thread-opener.ts";
import { REFERENCE_CASE_QUOTAS_AS_OF } from "#src/reviews/assessor.ts";
import { pricedRegions } from "#src/reviews/regions.ts";
import { completeReading } from "#src/understand/complete-reading.ts";
import { readFollowUp } from "#src/understand/follow-up/read-follow-up.ts";
import { readDescription } from "#src/understand/read-description.ts";

/** What the pictures in the documentation show: one conversation, worked out by the model itself. */
export interface PictureReplies {
  said: string;
  asked: string;
  card: Reply;
  opener: Reply;
  why: Reply;
  followUp: string;
  difference: Reply;
  limits: Reply;
  breakdown: Reply;
  assumptions: Reply;
  flips: Reply;
  help: Reply;
  errors: readonly Reply[];
  home: Reply;
  reviewForm: Form;
  changeForm: Form | null;
}

const said =
  "300 image resizes a second, 3 Lambda steps of about 200 ms at 1 GB, Step Functions Standard with 7 states, images passed through S3, us-east-1";
const asked = "@Rethink why $138k?";
/** Without a mention too: words that change something are heard in the thread. */
const followUp = "what if traffic doubles?";
const review = { shortId: "7K2Q", revision: 1 };
/** The day in the pictures; the figures depend on the catalog alone. */
const today = "2026-11-25";

const catalog = loadCatalog();
const referenceCatalog = loadCatalog({ quotasAsOf: REFERENCE_CASE_QUOTAS_AS_OF });

function assessed({ workload, origins }: UnderstoodWorkload): Assessment {
  return assess({ workload, origins }, catalog, referenceCatalog);
}

function described(text: string): UnderstoodWorkload {
  const reading = readDescription(text);
  if (reading.kind !== "workload") throw new Error(`no workload in "${text}"`);
  return completeReading(reading, catalog);
}

function changed(before: UnderstoodWorkload, text: string): { changes: readonly Change[]; after: UnderstoodWorkload } {
  const read = readFollowUp(text, before.workload);
  if (read.kind !== "changes") throw new Error(`no change in "${text}"`);
  const { workload, origins } = applyChanges(before.workload, before.origins, read.changes, { origin: "stated" });
  return { changes: read.changes, after: assume(workload, origins, catalog) };
}

export function pictureReplies(): PictureReplies {
  const before = described(said);
  const { changes, after } = changed(before, followUp);
  const assessment = assessed(before);
  const detail = { review, assessment, audience: "asker" as const };
  const ada = { id: "310000000000000001", name: "ada" };
  const [driver] = assessment.drivers;
  const { confidence, verdict, preferred } = assessment.recommendation;
  const usd = assessment.estimates.find(({ architecture }) => architecture === preferred)?.monthlyUsd?.point ?? null;
  return {
    said,
    asked,
    followUp,
    card: reviewCard({ review: { ...review, askedBy: ada, said }, assessment, llm: "off", notes: [] }),
    opener: threadOpener({ review, assessment, mention: "@Rethink " }),
    why: explainReply({ ...detail, figure: "$138k" }),
    difference: differenceReply({
      review: { ...review, revision: 2 },
      by: { id: "310000000000000002", name: "lin" },
      changes,
      before: assessment,
      after: assessed(after),
      notes: [],
    }),
    limits: limitsReply({ ...detail, today }),
    breakdown: breakdownReply(detail),
    assumptions: assumptionsReply(detail),
    flips: flipsReply(detail),
    help: helpReply({ verbs: registry, groups: helpGroups, mention: "@Rethink " }),
    errors: [
      noWorkloadReply("I found no workload in that."),
      unknownVerbReply({
        typed: "limit",
        nearest: "limits",
        examples: ["limits", "50 images a second, 200 ms at 512 MB", "help"],
      }),
      unexpectedReply("E-4F71", null),
    ],
    home: homeReply({
      reviews: [
        {
          shortId: review.shortId,
          name: "image-resize",
          place: "#arch-media",
          verdict,
          wasVerdict: null,
          usd,
          confidence,
          decided: null,
          note: "open",
          lookAgain: false,
        },
      ],
      reviewForm: reviewForm(pricedRegions()),
      pricesAsOf: catalog.pricesAsOf,
      llm: "none",
    }),
    reviewForm: reviewForm(pricedRegions()),
    changeForm: driver === undefined ? null : changeForm(before.workload, driver, review.shortId),
  };
}
