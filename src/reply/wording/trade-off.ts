import { assertNever } from "#src/errors.ts";
import type { TradeOff } from "#src/model/statement.ts";

/** What a tuning gives up, as the end of "It gives up …". */
export function tradeOffWords(tradeOff: TradeOff): string {
  switch (tradeOff) {
    case "no-rest-features":
      return "API keys, usage plans and request validation of REST APIs";
    case "no-api-gateway-throttling":
      return "API Gateway's throttling and authorizers";
    case "alb-body-1-mb":
      return "bodies over 1 MB";
    case "url-iam-only":
      return "every way to authorize but IAM";
    case "at-least-once":
      return "exactly-once execution: a step may run twice";
    case "no-execution-history":
      return "the execution history in the console";
    case "one-deployment":
      return "deploying steps one by one";
    case "retries-repeat-all":
      return "retrying a single step: a retry repeats all";
    case "largest-memory-for-all":
      return "memory per step: all pay for the largest";
    case "operations-limit":
      return "executions with very many operations";
    case "pays-when-idle":
      return "paying nothing while idle";
    default:
      return assertNever(tradeOff);
  }
}
