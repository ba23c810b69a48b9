/**
 * Every ceiling of Slack that Rethink minds, with where it is stated. Nothing else in this folder holds such a number.
 * `types`: the doc comments of @slack/types 3.2.0. `docs`: docs.slack.dev. `seen`: observed, not promised by Slack.
 */
export const slackLimits = {
  /** docs: reference/block-kit/blocks, "up to 50 blocks in each message". */
  blocksPerMessage: 50,
  /** types: views, `blocks` "Max of 100 blocks". */
  blocksPerView: 100,
  /** seen: `msg_blocks_too_long` from about 13,170 characters of text in all blocks together (slackapi/bolt-js 2509). */
  textPerMessage: 12_000,
  /** docs: messaging/formatting, 4,000 advised for `text`; the rest is cut at 40,000. */
  fallbackText: 4000,
  /** types: header block. */
  headerText: 150,
  /** types: section block `text`, and every mrkdwn or plain text object. Rich text states none: the same is kept. */
  sectionText: 3000,
  /** types: context block. */
  contextElements: 10,
  /** types: actions block. */
  buttonsPerRow: 25,
  /** types: button `text`. */
  buttonText: 75,
  /** types: button `value`. */
  buttonValue: 2000,
  /** types: button `accessibility_label`. */
  accessibilityLabel: 75,
  /** docs: reference/block-kit/block-elements, `action_id`. */
  actionId: 255,
  /** types: table block, "Maximum 100 rows", the header row among them. */
  tableRows: 100,
  /** types: table block, "max of 20 table cells". */
  tableColumns: 20,
  /** docs: data-table-block counts the characters of all cells of a table; the same is kept for `table`. */
  tableText: 10_000,
  /** docs, and public validators: a second table-family block in a message is refused. */
  tablesPerMessage: 1,
  /** types: image block `alt_text`. */
  altText: 2000,
  /** docs: data-visualization-block `title`. */
  chartTitle: 50,
  /** docs: data-visualization-block, axis titles. */
  chartAxisLabel: 50,
  /** docs: data-visualization-block, "Min 1, max 6" series. */
  chartSeries: 6,
  /** docs: data-visualization-block, names of series and categories. */
  chartLabel: 20,
  /** seen in clients: 20 categories are the most that are drawn. */
  chartCategories: 20,
  /** types: views, title, submit and close. */
  viewTitle: 24,
  /** types: views, `private_metadata`. */
  viewMetadata: 3000,
  /** types: input block, label and hint. */
  inputLabel: 2000,
  /** types: placeholders of block elements. */
  placeholder: 150,
  /** types: plain_text_input, initial value. */
  inputText: 3000,
  /** types: option objects, text and value. */
  optionText: 75,
  /** types: a select holds 100 options, or 100 groups of 100. */
  options: 100,
  /** docs: display names hold at most 80 characters. */
  personName: 80,
  /** Ours: the first message and its continuations. More than this is noise, and says "more" instead. */
  messagesPerReply: 5,
} as const;
