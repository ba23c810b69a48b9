import { type Kysely, sql } from "kysely";
import { UserError } from "#src/errors.ts";
import type { TransferRow } from "./port.ts";
import type { Schema } from "./schema.ts";

/** Parents before children; `seq` is left out: the new store numbers rows as they come, in the same order. */
const tables = [
  { name: "reviews", order: "seq" },
  { name: "revisions", order: "review_id, number" },
  { name: "decisions", order: "review_id, number" },
  { name: "dissents", order: "seq" },
  { name: "actuals", order: "review_id, month" },
  { name: "settings", order: "platform, tenant, channel, kind, name" },
  { name: "schedules", order: "platform, tenant, channel" },
  { name: "digest_runs", order: "platform, tenant, channel, occurrence" },
  { name: "digest_marks", order: "platform, tenant, channel, review_id" },
  { name: "asks", order: "platform, tenant, channel, person_id" },
  { name: "inbox", order: "seq" },
  { name: "deliveries", order: "seq" },
  { name: "lanes", order: "platform, tenant, channel" },
  { name: "departures", order: "platform, tenant" },
  { name: "tokens", order: "platform, tenant" },
] as const satisfies readonly { name: keyof Schema; order: string }[];

const PAGE_ROWS = 200;

/** Every row as PostgreSQL's own JSON: no precision is lost, tokens stay sealed. */
export async function* dumpRows(db: Kysely<Schema>): AsyncGenerator<TransferRow> {
  for (const { name, order } of tables) {
    for (let offset = 0; ; offset += PAGE_ROWS) {
      const { rows } = await sql<{ row: Record<string, unknown> }>`
        select row_to_json(page) as row
        from (select * from ${sql.table(name)} order by ${sql.raw(order)} limit ${PAGE_ROWS} offset ${offset}) page
      `.execute(db);
      for (const { row } of rows) yield { table: name, row: withoutOwn(row) };
      if (rows.length < PAGE_ROWS) break;
    }
  }
}

/** Numbering and leases belong to the store they were made in. */
function withoutOwn(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).filter(([column]) => !["seq", "holder", "held_until"].includes(column)),
  );
}

/** Into an empty store, in the transaction given. @throws UserError `bad-input` for a store in use or a strange row. */
export async function loadRows(db: Kysely<Schema>, rows: AsyncIterable<TransferRow>): Promise<number> {
  await assertEmpty(db);
  let count = 0;
  for await (const { table, row } of rows) {
    const known = tables.find(({ name }) => name === table);
    if (known === undefined) throw badRow(`There is no table "${table}" in this version.`);
    const columns = sql.join(Object.keys(row).map((column) => sql.ref(column)));
    await sql`
      insert into ${sql.table(known.name)} (${columns})
      select ${columns} from json_populate_record(null::${sql.table(known.name)}, ${JSON.stringify(row)}::json)
    `.execute(db);
    count += 1;
  }
  return count;
}

async function assertEmpty(db: Kysely<Schema>): Promise<void> {
  for (const { name } of tables) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db);
    if (rows.length > 0) throw badRow("The store to import into is not empty.");
  }
}

function badRow(message: string): UserError {
  return new UserError({
    code: "bad-input",
    message,
    nextStep: "Import a file made by `rethink export` into a store that was never used.",
  });
}
