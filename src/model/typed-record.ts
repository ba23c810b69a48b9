/**
 * A record of entries that hold every name. TypeScript can't follow that none is left out: this is the one place where
 * it is taken on trust.
 */
export function recordFrom<Name extends string, Value>(
  entries: readonly (readonly [name: Name, value: Value])[],
): Record<Name, Value> {
  return Object.fromEntries(entries) as Record<Name, Value>;
}

/** The keys of a table that holds no others, as their own type. */
export function keysOf<Key extends string>(table: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(table) as Key[];
}
