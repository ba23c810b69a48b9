import { webApi } from "@slack/bolt";
import { humanToken } from "./emulator.ts";

const silent = (): void => undefined;
const quietLogger = {
  debug: silent,
  info: silent,
  warn: silent,
  error: silent,
  setLevel: silent,
  getLevel: () => webApi.LogLevel.ERROR,
  setName: silent,
};

/** Slack as this person's own client has it. */
export function humanClient(emulatorUrl: string, name: string): webApi.WebClient {
  return new webApi.WebClient(humanToken(name), {
    slackApiUrl: `${emulatorUrl}/api/`,
    retryConfig: { retries: 0 },
    logger: quietLogger,
  });
}
