import type { Clock } from "#src/clock.ts";
import type { LanguageModel } from "#src/llm/port.ts";
import type { Logger } from "#src/log.ts";
import type { Catalog } from "#src/model/catalog.ts";
import type { Metrics } from "#src/ops/metrics.ts";
import type { Assessor, Understanding } from "#src/reviews/context.ts";
import type { Store } from "#src/storage/port.ts";

/** What every part of a running service is made of. */
export interface ServiceParts {
  store: Store;
  catalog: Catalog;
  assess: Assessor;
  understanding: Understanding;
  clock: Clock;
  log: Logger;
  metrics: Metrics;
  random(): number;
  /** Sortable, unique. */
  newId(): string;
  /** Null: none is configured, and everything works without. */
  model: LanguageModel | null;
}
