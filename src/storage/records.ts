import type { Kysely } from "kysely";
import type { Records } from "./port.ts";
import { askRows } from "./queries/ask-rows.ts";
import { cleanupRows } from "./queries/cleanup-rows.ts";
import { digestMarkRows } from "./queries/digest-mark-rows.ts";
import { digestRunRows } from "./queries/digest-run-rows.ts";
import { digestScheduleRows } from "./queries/digest-schedule-rows.ts";
import { inboxRows } from "./queries/inbox-rows.ts";
import { laneRows } from "./queries/lane-rows.ts";
import { outboxRows } from "./queries/outbox-rows.ts";
import { reviewRows } from "./queries/review-rows.ts";
import { settingRows } from "./queries/setting-rows.ts";
import { tokenRows } from "./queries/token-rows.ts";
import type { Schema } from "./schema.ts";
import type { Seal } from "./seal.ts";

/** All tables on one connection: the database itself, or a transaction of it. */
export function recordsOn(db: Kysely<Schema>, seal: Seal): Records {
  return {
    reviews: reviewRows(db),
    settings: settingRows(db),
    asks: askRows(db),
    inbox: inboxRows(db),
    outbox: outboxRows(db),
    lanes: laneRows(db),
    digests: { ...digestScheduleRows(db), ...digestRunRows(db), ...digestMarkRows(db) },
    tokens: tokenRows(db, seal),
    cleanup: cleanupRows(db),
  };
}
