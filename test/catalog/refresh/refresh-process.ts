import { refreshPrices } from "#src/catalog/refresh/refresh.ts";

// Run as a process of its own, so that its memory can be told.
const [dataDir = "", baseUrl = ""] = process.argv.slice(2);
const { comparison } = await refreshPrices({
  dataDir,
  baseUrl,
  silenceMaxMs: 30_000,
  offers: ["AmazonEC2"],
  regions: ["us-east-1"],
  today: "2026-11-24",
});
const kinds = comparison.outcomes.map(({ priceId, kind }) => `${priceId} ${kind}`);
process.stdout.write(JSON.stringify({ kinds, memoryMb: process.resourceUsage().maxRSS / 1024 }));
