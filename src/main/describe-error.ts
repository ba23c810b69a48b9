import { UserError } from "#src/errors.ts";
import type { Logger } from "#src/log.ts";
import type { Reply } from "#src/reply/reply.ts";
import { unexpectedReply, userErrorReply } from "#src/reply/views/errors.ts";
import { newFaultId } from "./fault-id.ts";

/** Words for whatever went wrong before an event was taken in; a fault of ours gets a number, told and logged. */
export function errorDescriber(log: Logger, random: () => number): (error: unknown) => Reply {
  return (error) => {
    if (error instanceof UserError) return userErrorReply(error.details);
    const fault = newFaultId(random);
    log.error({ err: error, fault }, "an event could not be taken in");
    return unexpectedReply(fault, null);
  };
}
