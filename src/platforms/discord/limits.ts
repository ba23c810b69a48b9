/**
 * Every ceiling of Discord that Rethink minds, with where it is stated. Nothing else in this folder holds such a number.
 * `docs`: docs.discord.com (discord-api-docs, 2026-08). `spec`: discord-api-spec 10.0.266135. `seen`: observed or told
 * by others, not promised by Discord.
 */
export const discordLimits = {
  /** docs: components/reference, "up to 40 total components" of a message, nested ones counted. */
  componentsPerMessage: 40,
  /** seen: text of all components together is refused beyond 4,000. Labels and descriptions are counted too, to be sure. */
  textPerMessage: 4000,
  /** docs: components/reference, action row: 5 buttons. */
  buttonsPerRow: 5,
  /** docs: components/reference, button `label`. */
  buttonLabel: 80,
  /** docs: components/reference, `custom_id`. */
  customId: 100,
  /** docs: components/reference, media gallery item `description`. */
  mediaDescription: 1024,
  /** docs: resources/message, "up to 10" attachments. */
  attachmentsPerMessage: 10,
  /** docs: reference, uploading files: 10 MiB a file unless the server was boosted. */
  fileBytes: 10 * 1024 * 1024,
  /** spec: ModalInteractionCallbackRequestData `title`. */
  modalTitle: 45,
  /** docs: interactions/receiving-and-responding, modal: 1 to 5 components. */
  modalFields: 5,
  /** docs: components/reference, label `label`. */
  fieldLabel: 45,
  /** docs: components/reference, label `description`. */
  fieldDescription: 100,
  /** docs: components/reference, text input `placeholder`. */
  inputPlaceholder: 100,
  /** docs: components/reference, string select `placeholder`. */
  selectPlaceholder: 150,
  /** docs: components/reference, text input `value` and `max_length`. */
  inputText: 4000,
  /** docs: components/reference, string select: 25 options. */
  options: 25,
  /** docs: components/reference, select option `label` and `value`. */
  optionText: 100,
  /** docs: resources/message, `nonce`. */
  nonce: 25,
  /** docs: resources/channel, thread `name`. */
  threadName: 100,
  /** docs: interactions/application-commands, names of commands and options. */
  commandName: 32,
  /** docs: interactions/application-commands, descriptions. */
  commandDescription: 100,
  /** docs: interactions/application-commands, options of a command, subcommands of a command, choices of an option. */
  commandOptions: 25,
  /** docs: interactions/application-commands, names, descriptions and values of one command together. */
  commandText: 8000,
  /** docs: display names hold at most 32 characters; names of old accounts may be longer. */
  personName: 80,
  /** docs: interactions/receiving-and-responding, the first response must come within 3 seconds. */
  firstAnswerMs: 3000,
  /** Ours: one text component, so that long replies break at sensible places and a page is well filled. */
  textPerComponent: 1900,
  /** Ours: the first message and its continuations. More than this is noise, and says "more" instead. */
  messagesPerReply: 5,
} as const;
