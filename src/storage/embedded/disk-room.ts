import { closeSync, ftruncateSync, openSync, statfsSync, writeSync } from "node:fs";
import { join } from "node:path";
import { EmbeddedError } from "./client.ts";

/** PostgreSQL's log grows by files of 16 MB; below two of them a write can fail halfway. */
const ROOM_BYTES = 32 * 1024 * 1024;
/** Just past the end of one log file: where a limit on file sizes would bite. */
const PROBE_OFFSET_BYTES = 16 * 1024 * 1024;

/** SQLSTATE "disk full". */
const DISK_FULL = "53100";

/**
 * Refuses work before PostgreSQL runs out of room in the middle of it: a database that can't write its log is lost,
 * one that was not asked is not. The probe file takes no space.
 */
export function assertRoom(directory: string): void {
  const { bavail, bsize } = statfsSync(directory);
  if (bavail * bsize < ROOM_BYTES) throw new EmbeddedError("the disk is full", DISK_FULL, false);
  const probe = openSync(join(directory, "room.probe"), "w", 0o600);
  try {
    writeSync(probe, "0", PROBE_OFFSET_BYTES);
    ftruncateSync(probe, 0);
  } catch (error) {
    throw new EmbeddedError(error instanceof Error ? error.message : "no room", DISK_FULL, false);
  } finally {
    closeSync(probe);
  }
}
