import { UserError } from "#src/errors.ts";
import type { Catalog } from "#src/model/catalog.ts";

const SUGGESTED = 3;

/**
 * The id of the quota these words name: its id, or words all of which its id or name holds ("lambda concurrency").
 *
 * @throws UserError `bad-input` with the nearest names
 */
export function quotaNamed(words: string, catalog: Catalog): string {
  const text = words.trim().toLowerCase();
  const ids = [...catalog.quotas.keys()];
  const exact = ids.find((id) => id.toLowerCase() === text);
  if (exact !== undefined) return exact;
  const wanted = tokens(text);
  const scored = ids
    .map((id) => ({ id, hits: hitsOf(wanted, id, catalog) }))
    .filter(({ hits }) => hits > 0)
    .toSorted((a, b) => b.hits - a.hits || a.id.length - b.id.length);
  const [best, second] = scored;
  if (best !== undefined && best.hits === wanted.length && (second === undefined || second.hits < best.hits)) {
    return best.id;
  }
  const near = scored.slice(0, SUGGESTED).map(({ id }) => id);
  throw new UserError({
    code: "bad-input",
    message:
      near.length === 0 ? `There is no quota "${words.slice(0, 60)}".` : `Which quota is "${words.slice(0, 60)}"?`,
    nextStep: near.length === 0 ? 'Ask "limits" for the quotas of a review.' : `Perhaps ${near.join(", ")}.`,
  });
}

function hitsOf(wanted: readonly string[], id: string, catalog: Catalog): number {
  const [row] = catalog.quotas.get(id)?.values() ?? [];
  const known = new Set(tokens(`${id} ${row?.service ?? ""} ${row?.name ?? ""}`));
  return wanted.filter((token) => known.has(token)).length;
}

/** Words of a name, camel case split, singular. */
function tokens(text: string): string[] {
  return text
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((token) => token !== "")
    .map((token) => token.replace(/s$/, ""));
}
