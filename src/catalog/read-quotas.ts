import type { LatencyFact, QuotaRow } from "#src/model/catalog.ts";
import { damaged, readDataFile } from "./data-files.ts";
import {
  latencyFileSchema,
  type QuotaFileRow,
  type QuotaSources,
  quotaSourcesSchema,
  quotasFileSchema,
} from "./schema.ts";

export interface QuotaRead {
  /** The day the values stand for: the day asked for, or the day of the newest values when that is earlier. */
  quotasAsOf: string;
  quotas: Map<string, Map<string, QuotaRow>>;
  latency: Map<string, LatencyFact>;
}

/** Quota values that were in force on a day (today's where no earlier period is known), and latency facts. */
export function readQuotas(dataDir: string, asked: string | undefined): QuotaRead {
  const { sources } = readDataFile(quotaSourcesSchema, dataDir, "quota-sources.json");
  const file = readDataFile(quotasFileSchema, dataDir, "quotas.json");
  const quotasAsOf = asked === undefined || asked > file.collected ? file.collected : asked;
  const quotas = new Map<string, Map<string, QuotaRow>>();
  for (const row of file.quotas) {
    if (quotas.has(row.id)) throw damaged(`quota ${row.id} is there twice`);
    quotas.set(row.id, quotaByRegion(row, quotasAsOf, sources, file.collected));
  }
  return { quotasAsOf, quotas, latency: readLatency(dataDir, sources, file.collected) };
}

function quotaByRegion(
  row: QuotaFileRow,
  day: string,
  sources: QuotaSources,
  collected: string,
): Map<string, QuotaRow> {
  const period = row.earlier?.find(({ from, until }) => (from === null || from <= day) && day < until) ?? row;
  const shared = {
    id: row.id,
    service: row.service,
    name: row.name,
    unit: row.unit,
    class: row.class,
    adjustable: row.adjustable,
    raisableTo: row.raisableTo,
    atLimit: row.atLimit.effect,
    ...(row.code === undefined ? {} : { code: row.code }),
    source: sourceText(sources, period.source, row.id),
    effectiveDate: period.effectiveDate ?? collected,
    verified: period.verified,
  };
  return new Map(Object.entries(period.regions).map(([region, value]) => [region, { ...shared, value }]));
}

function readLatency(dataDir: string, sources: QuotaSources, collected: string): Map<string, LatencyFact> {
  const { facts } = readDataFile(latencyFileSchema, dataDir, "latency.json");
  return new Map(
    facts.map((fact) => [
      fact.id,
      {
        id: fact.id,
        what: fact.what,
        low: fact.low,
        typical: fact.typical,
        high: fact.high,
        unit: fact.unit,
        source: sourceText(sources, fact.source, fact.id),
        effectiveDate: fact.effectiveDate ?? collected,
        verified: fact.verified,
      },
    ]),
  );
}

function sourceText(sources: QuotaSources, key: string, id: string): string {
  const source = sources[key];
  if (source === undefined) throw damaged(`${id} names no known source`);
  return source.url;
}
