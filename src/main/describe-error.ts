import { UserError } from "#src/errors.ts";
import type { Reply } from "#src/reply/reply.ts";
import { unexpectedReply, userErrorReply } from "#src/reply/views/errors.ts";

/** Words for whatever went wrong before an event was taken in. */
export function describeError(error: unknown): Reply {
  return error instanceof UserError ? userErrorReply(error.details) : unexpectedReply("E-0000", null);
}
