import { type ClientOptions, type EmbeddedClient, openClient } from "./client.ts";
import { makeCluster, makePrivateDirectory } from "./data-directory.ts";
import { assertRoom } from "./disk-room.ts";
import { takeOwnership } from "./owner-lock.ts";

/** The embedded database of one directory: one user at a time, opened again by itself when it is lost. */
export interface EmbeddedDatabase {
  /** Waits for its turn; the caller must `release`. Rejects when the database can't be used now. */
  acquire(): Promise<{ client: EmbeddedClient; release(): void }>;
  close(): Promise<void>;
}

const ANSWER_WITHIN_MS = 20_000;
const OPEN_WITHIN_MS = 120_000;

/**
 * Takes ownership of the directory and opens the database in it, making both when they are not there.
 * @throws UserError `store-in-use`.
 */
export async function openEmbedded(
  directory: string,
  limits: Omit<ClientOptions, "dataDir"> = { answerWithinMs: ANSWER_WITHIN_MS, openWithinMs: OPEN_WITHIN_MS },
): Promise<EmbeddedDatabase> {
  makePrivateDirectory(directory);
  const owner = takeOwnership(directory);
  try {
    assertRoom(directory);
    const options = { ...limits, dataDir: await makeCluster(directory) };
    return share(directory, await openClient(options), () => openClient(options), owner.release);
  } catch (error) {
    owner.release();
    throw error;
  }
}

function share(
  directory: string,
  first: EmbeddedClient,
  reopen: () => Promise<EmbeddedClient>,
  releaseOwnership: () => void,
): EmbeddedDatabase {
  let client = first;
  let turn: Promise<void> = Promise.resolve();

  const acquire: EmbeddedDatabase["acquire"] = async () => {
    const { promise, resolve: release } = Promise.withResolvers<void>();
    const before = turn;
    turn = promise;
    await before;
    try {
      assertRoom(directory);
      if (client.isLost()) client = await reopen();
      return { client, release };
    } catch (error) {
      release();
      throw error;
    }
  };
  return {
    acquire,
    close: async () => {
      await turn;
      try {
        await client.close();
      } finally {
        releaseOwnership();
      }
    },
  };
}
