import { catalogAgeDays, isOld } from "#src/model/catalog-age.ts";
import { catalogContents } from "#src/model/catalog-contents.ts";
import { catalogContentsReply } from "#src/reply/views/catalog-contents.ts";
import { defineCommand } from "./define-command.ts";
import { noOptions } from "./options.ts";
import { detailDelivery, isForEveryone } from "./where.ts";

export const pricesCommand = defineCommand({
  verb: "prices",
  group: "Keep watch",
  summary: "Show the catalog in use: dates, sources, regions, what is missing",
  examples: ["prices"],
  synonyms: ["catalog", "price list", "sources", "regions"],
  options: [],
  schema: noOptions,
  form: null,
  readWords: null,
  run: async (_options, invocation, context) => {
    const { catalog, clock } = context.reviews;
    const days = catalogAgeDays(catalog.pricesAsOf, clock.now());
    const reply = catalogContentsReply({
      contents: catalogContents(catalog),
      warnings: isOld(days) ? [{ code: "old-catalog", pricesAsOf: catalog.pricesAsOf, ageDays: days }] : [],
    });
    return detailDelivery(null, reply, isForEveryone(invocation, context));
  },
});
