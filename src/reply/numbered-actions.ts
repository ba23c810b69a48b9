import type { Action, Reply } from "./reply.ts";

/** Every button of a reply in reading order: the first is number 1 where people choose by number. */
export function numberedActions(reply: Reply): Action[] {
  return reply.blocks.flatMap((block) => {
    if (block.kind === "line-with-action") return [block.action];
    return block.kind === "actions" ? block.actions : [];
  });
}
