import { appendFileSync } from "node:fs";
import { z } from "zod";
import { type DigestOptions, startDigestJobs } from "#src/main/digests.ts";
import { openStore } from "#src/storage/open-store.ts";
import { digestPartsOn, recordingPlatform } from "./digest-parts.ts";

/**
 * One replica of the digest worker, to be killed: posts go into a file, a line each, as a platform would keep them.
 * Arguments: store as JSON, file, milliseconds a post takes, seconds after which a run is taken for lost.
 */
const [store = "", file = "", postMs = "0", expireSeconds = "2"] = process.argv.slice(2);
const where = z.object({ databaseUrl: z.string().nullable(), dataDir: z.string() }).parse(JSON.parse(store));

const opened = await openStore({ ...where, secretKey: null });
const now = (): Date => new Date();
const platform = recordingPlatform(now);
const options: DigestOptions = {
  pollSeconds: 0.5,
  superviseSeconds: 1,
  retrySeconds: 1,
  expireSeconds: Number(expireSeconds),
};
await startDigestJobs(
  digestPartsOn(opened, now),
  [
    {
      ...platform,
      post: async (at, reply, deliveryKey = "") => {
        appendFileSync(
          file,
          `${JSON.stringify({ channel: at.channel, deliveryKey, summary: reply.summary, at: Date.now() })}\n`,
        );
        await new Promise((resolve) => setTimeout(resolve, Number(postMs)));
        return { channel: at.channel, message: deliveryKey };
      },
    },
  ],
  options,
);
process.stdout.write("ready\n");
