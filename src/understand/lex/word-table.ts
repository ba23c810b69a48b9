/**
 * A table that is looked up by words people write. It has no prototype, so that "constructor" and "toString" find
 * nothing in it.
 */
export function wordTable<Value>(rows: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  const table: Record<string, Value> = Object.create(null);
  return Object.assign(table, rows);
}
