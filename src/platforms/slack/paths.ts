/** Where Slack's requests arrive, and where people install. */
export const paths = { events: "/slack/events", install: "/slack/install", redirect: "/slack/oauth_redirect" } as const;

/** Names Slack sends back: the manifest declares them, the listeners answer to them. */
export const COMMAND = "/rethink";
export const REVIEW_THIS = "review_this";
