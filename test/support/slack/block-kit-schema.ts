import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { asSchema, type DescribedLimit, limitsOf } from "./described-limits.ts";

const definitionSchema = z.looseObject({ properties: z.record(z.string(), z.unknown()).optional() });
const documentSchema = z.looseObject({ definitions: z.record(z.string(), definitionSchema) });
export type BlockKitDocument = z.infer<typeof documentSchema>;

/**
 * Slack's own types as JSON Schema. Making it takes two seconds, so it is kept in the temporary directory, under a
 * name that changes with the packages it is made from.
 */
async function generated(): Promise<BlockKitDocument> {
  const load = createRequire(import.meta.url);
  const version = z.object({ version: z.string() });
  const versions = ["@slack/types", "ts-json-schema-generator"].map(
    (name) => version.parse(load(`${name}/package.json`)).version,
  );
  const kept = join(tmpdir(), `rethink-block-kit-${versions.join("-")}.json`);
  if (existsSync(kept)) return documentSchema.parse(JSON.parse(readFileSync(kept, "utf8")));
  const { createGenerator } = await import("ts-json-schema-generator");
  const generator = createGenerator({
    path: join(import.meta.dirname, "block-kit-types.ts"),
    tsconfig: join(import.meta.dirname, "tsconfig.schema.json"),
    skipTypeCheck: true,
    expose: "all",
    additionalProperties: false,
    jsDoc: "extended",
    topRef: false,
  });
  const document = documentSchema.parse(generator.createSchema("*"));
  const partial = `${kept}.${process.pid}`;
  writeFileSync(partial, JSON.stringify(document));
  renameSync(partial, kept);
  return document;
}

/** The schema with every limit its comments state added to it, and the list of those limits. */
export async function blockKitSchema(): Promise<{ document: BlockKitDocument; limits: readonly DescribedLimit[] }> {
  const document = await generated();
  const limits: DescribedLimit[] = [];
  for (const [name, definition] of Object.entries(document.definitions)) {
    for (const [property, schema] of Object.entries(definition.properties ?? {})) {
      const stated = limitsOf(`${name}.${property}`, schema);
      if (stated.length === 0) continue;
      limits.push(...stated);
      definition.properties = {
        ...definition.properties,
        [property]: { allOf: [schema, ...stated.map(asSchema)] },
      };
    }
  }
  return { document, limits };
}
