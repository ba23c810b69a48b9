import { z } from "zod";
import { UserError } from "#src/errors.ts";
import { downloadText, type Source } from "./download.ts";

const path = z.string().startsWith("/");

const offerIndexSchema = z.object({
  offers: z.record(z.string(), z.object({ currentRegionIndexUrl: path.optional() })),
});

const regionIndexSchema = z.object({
  publicationDate: z.string(),
  regions: z.record(z.string(), z.object({ currentVersionUrl: path })),
});

/** The files of one offer: a JSON path for each region that sells it. */
export interface OfferFiles {
  offer: string;
  publicationDate: string;
  /** Path of the region's index.json; its index.csv lies beside it. */
  jsonPaths: ReadonlyMap<string, string>;
}

const INDEX_PATH = "/offers/v1.0/aws/index.json";

/**
 * Where each of the offers has its files: the list of offers, then each offer's list of regions.
 *
 * @throws UserError `refresh-failed` when an offer is not there, or a list is not what the layout says
 */
export async function findOffers(source: Source, offers: readonly string[]): Promise<OfferFiles[]> {
  const index = parse(INDEX_PATH, offerIndexSchema, await downloadText(source, INDEX_PATH));
  const found: OfferFiles[] = [];
  for (const offer of offers) {
    const regionIndexPath = index.offers[offer]?.currentRegionIndexUrl;
    if (regionIndexPath === undefined) {
      throw new UserError({
        code: "refresh-failed",
        message: `The price list at ${source.baseUrl} has no offer ${offer}. The catalog is unchanged.`,
        nextStep: "Leave it out with --offers, or check --base-url.",
      });
    }
    const regions = parse(regionIndexPath, regionIndexSchema, await downloadText(source, regionIndexPath));
    const jsonPaths = Object.entries(regions.regions).map(
      ([region, file]) => [region, file.currentVersionUrl] as const,
    );
    found.push({ offer, publicationDate: regions.publicationDate.slice(0, 10), jsonPaths: new Map(jsonPaths) });
  }
  return found;
}

/** Version of an offer in its paths: "20260428175405", or "current". */
export function versionOf(jsonPath: string): string {
  return jsonPath.split("/").at(-3) ?? "unknown";
}

function parse<Schema extends z.ZodType>(file: string, schema: Schema, text: string): z.infer<Schema> {
  const parsed = schema.safeParse(jsonOrNothing(text));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new UserError({
    code: "refresh-failed",
    message: `${file} is not a list of the AWS Price List layout: ${issue?.path.join(".") || "file"}: ${issue?.message}. The catalog is unchanged.`,
    nextStep: "Check --base-url.",
  });
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
