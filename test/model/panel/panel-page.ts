import { assess } from "#src/model/assess.ts";
import type { Catalog } from "#src/model/catalog.ts";
import { money } from "#src/reply/money.ts";
import { panel } from "./panel.ts";

const HEAD = `# The panel

Workloads with the answer an AWS cost expert would give and why, written down before the model ran on them. A test holds
the model to the answers and this page to the model. Figures are dollars a month at list price, us-east-1.

Two things were changed in the model because the panel, or the cases behind it, disagreed with it at first: a job has
its cores and its working set to itself, however much of its time it waits (a 20-minute job had been put on a quarter of
a vCPU); and an assumption whose typical value is an end of its range (no NAT gateway) holds in half of the cases (the
range of a small service had started above its own figure).

| workload | expert | because | model | serverless, cheapest | monolith, cheapest |
| --- | --- | --- | --- | --- | --- |
`;

/** The page as the model of today would have it. */
export function panelPage(catalog: Catalog): string {
  const rows = panel.map(({ name, workload, accept, because }) => {
    const { recommendation, estimates } = assess({ workload }, catalog);
    const least = (prefix: string) => {
      const usd = estimates
        .filter(({ architecture, feasible }) => feasible && architecture.startsWith(prefix))
        .map(({ monthlyUsd }) => monthlyUsd.point);
      return usd.length === 0 ? "can't" : money(Math.min(...usd));
    };
    const verdict = `${recommendation.verdict} (${Math.floor(recommendation.confidence * 100)} of 100)`;
    return `| ${name} | ${accept.join(" or ")} | ${because} | ${verdict} | ${least("serverless")} | ${least("monolith")} |`;
  });
  return `${HEAD}${rows.join("\n")}\n`;
}
