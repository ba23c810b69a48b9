import { z } from "zod";
import { verbs } from "#src/reply/verbs.ts";
import { helpReply, helpVerbReply } from "#src/reply/views/help.ts";
import { helpGroups } from "./command.ts";
import { defineCommand } from "./define-command.ts";
import { matchVerb } from "./match-verb.ts";
import { detailDelivery, isForEveryone } from "./where.ts";

export const helpCommand = defineCommand({
  verb: "help",
  group: "Keep watch",
  summary: "Explain what can be typed, or one verb",
  examples: ["help", "help decide"],
  synonyms: ["?", "commands", "usage", "hello", "hi"],
  options: [
    {
      name: "verb",
      description: "The verb to explain",
      required: false,
      takes: "choice",
      choices: verbs.map((verb) => ({ label: verb, value: verb })),
    },
  ],
  schema: z.object({ verb: z.string().max(40).optional() }),
  form: null,
  readWords: (words) => {
    if (words === "") return {};
    return /^[a-z]+(?:[ -][a-z]+)?$/i.test(words) ? { verb: words } : null;
  },
  run: async ({ verb }, invocation, context) => {
    const entry = verb === undefined ? null : matchVerb(verb, context.commands);
    const reply =
      entry === null || entry.rest !== ""
        ? helpReply({ verbs: context.commands, groups: helpGroups, mention: context.mention })
        : helpVerbReply(entry.command);
    return detailDelivery(null, reply, isForEveryone(invocation, context));
  },
});
