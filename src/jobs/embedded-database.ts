import type { ConstructorOptions } from "pg-boss";
import type { JobStore } from "./port.ts";

type Embedded = Extract<JobStore, { kind: "embedded" }>;
type BossDatabase = NonNullable<ConstructorOptions["db"]>;

/**
 * The embedded database as the job engine calls it. Statements with values go one at a time; text without may hold
 * several, whose rows are wanted together. A failed block is rolled back, since everybody shares the one connection.
 */
export function embeddedJobDatabase(store: Embedded): BossDatabase {
  const executeSql = async (text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }> => {
    if (values !== undefined && values.length > 0) return store.query(text, values);
    try {
      const results = await store.exec(text);
      return { rows: results.flatMap(({ rows }) => rows) };
    } catch (error) {
      if (/\bbegin\b/i.test(text)) await store.exec("rollback").catch(() => {});
      throw error;
    }
  };
  return {
    executeSql,
    setSessionStatements: async (statements: string[]) => {
      for (const statement of statements) await executeSql(statement);
    },
  };
}
