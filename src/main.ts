import { randomInt } from "node:crypto";
import { loadCatalog } from "#src/catalog/load.ts";
import { nativeChart } from "#src/charts/native-chart.ts";
import { createPngDrawer, type PngDrawer } from "#src/charts/png.ts";
import { type Clock, systemClock } from "#src/clock.ts";
import type { Config } from "#src/config.ts";
import type { LanguageModel } from "#src/llm/port.ts";
import { createLog, type Logger } from "#src/log.ts";
import { createMetrics } from "#src/ops/metrics.ts";
import { startOps } from "#src/ops/server.ts";
import type { Platform } from "#src/platforms/port.ts";
import { createAssessor } from "#src/reviews/assessor.ts";
import { newSortableId } from "#src/reviews/ids.ts";
import { parserUnderstanding } from "#src/reviews/parser.ts";
import { openStore } from "#src/storage/open-store.ts";
import type { Store } from "#src/storage/port.ts";
import { errorDescriber } from "./main/describe-error.ts";
import { startDigests } from "./main/digests.ts";
import type { ServiceParts } from "./main/parts.ts";
import { type Service, startService } from "./main/service.ts";
import type { WorkerOptions } from "./main/worker.ts";

/** What was put together from a configuration, running. */
export interface Composed extends Service {
  parts: ServiceParts;
}

export interface ComposeOptions {
  /** Platforms besides those whose tokens are set: the terminal. */
  platforms?: readonly Platform[];
  clock?: Clock;
  log?: Logger;
  /** A store that is open already. */
  store?: Store;
  worker?: WorkerOptions;
  /** A language model in place of the configured one. */
  model?: LanguageModel;
}

/** Starts everything the configuration asks for. The order of stopping is the reverse. */
export async function compose(config: Config, options: ComposeOptions = {}): Promise<Composed> {
  const log = options.log ?? createLog(config.logLevel);
  const store = options.store ?? (await openStore(config));
  const model = options.model ?? (await modelOf(config));
  const parts = serviceParts(model, store, options.clock ?? systemClock, log);
  const drawer = config.slack === null && config.discord === null ? null : createPngDrawer();
  try {
    const platforms = [...(options.platforms ?? []), ...(await tokenPlatforms(config, parts, drawer))];
    const service = await startService(parts, platforms, {
      mentionOf: (platform) => (platform === "terminal" ? "" : "@Rethink "),
      ...(options.worker === undefined ? {} : { worker: options.worker }),
    });
    const digests = startDigests(parts, platforms);
    const ops = config.healthPort === null ? null : await startOps({ ...parts, port: config.healthPort });
    return {
      ...service,
      parts,
      stop: async () => {
        await ops?.close();
        await digests.stop();
        await service.stop();
        await drawer?.close();
        await store.close();
      },
    };
  } catch (error) {
    await drawer?.close();
    await store.close();
    throw error;
  }
}

function serviceParts(model: LanguageModel | null, store: Store, clock: Clock, log: Logger): ServiceParts {
  const catalog = loadCatalog();
  const random = (): number => randomInt(2 ** 47) / 2 ** 47;
  return {
    store,
    catalog,
    assess: createAssessor(),
    understanding: parserUnderstanding(catalog),
    clock,
    log,
    metrics: createMetrics(store),
    random,
    newId: () => newSortableId(clock.now(), random),
    model,
  };
}

/** Its package loads only when a model is configured. */
async function modelOf(config: Config): Promise<LanguageModel | null> {
  if (config.llm === null) return null;
  const { configuredModel } = await import("#src/llm/configured-model.ts");
  return configuredModel(config);
}

/** Adapters load only when their tokens are set: their packages take longer to load than all the rest. */
async function tokenPlatforms(config: Config, parts: ServiceParts, drawer: PngDrawer | null): Promise<Platform[]> {
  const { store, log } = parts;
  const platforms: Platform[] = [];
  if (config.slack !== null && drawer !== null) {
    const { createSlackPlatform } = await import("#src/platforms/slack/platform.ts");
    platforms.push(
      createSlackPlatform({
        config: config.slack,
        installations: config.slack.clientId === null ? null : installationsIn(store),
        drawChart: drawer.drawPng,
        chartData: nativeChart,
        describeError: errorDescriber(log, parts.random),
        log,
      }),
    );
  }
  if (config.discord !== null && drawer !== null) {
    const { createDiscordPlatform } = await import("#src/platforms/discord/platform.ts");
    platforms.push(
      createDiscordPlatform({
        config: config.discord,
        drawChart: drawer.drawPng,
        describeError: errorDescriber(log, parts.random),
        log,
        clock: parts.clock,
      }),
    );
  }
  return platforms;
}

function installationsIn({ tokens }: Store) {
  return {
    get: (tenant: string) => tokens.get("slack", tenant),
    put: (tenant: string, record: string) => tokens.put("slack", tenant, record),
    delete: async (tenant: string) => {
      await tokens.remove("slack", tenant);
    },
  };
}
