import { writeSnapshot } from "#src/catalog/refresh/write-snapshot.ts";

// Run as a process of its own: writes a whole snapshot and is killed in place of the one step that names it.
const [dataDir = "", date = ""] = process.argv.slice(2);
await writeSnapshot(dataDir, date, new Map([["sources.json", '{"note": "", "sources": {}}\n']]), async () => {
  process.kill(process.pid, "SIGKILL");
  await new Promise(() => {});
});
