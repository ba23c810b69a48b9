import type { Catalog } from "#src/model/catalog.ts";

/** The value of a quota that is the same in every region. */
export function quotaRow(catalog: Catalog, id: string): number {
  const [row] = catalog.quotas.get(id)?.values() ?? [];
  if (row === undefined || row.value === null) throw new Error(`the catalog has no value for ${id}`);
  return row.value;
}
