import { assertNever } from "#src/errors.ts";
import type { Likeness } from "#src/model/statement.ts";
import { multiple, multipleGiven, percent } from "#src/reply/numbers.ts";
import { quotaTitle } from "./quota-title.ts";
import { tuningWhat } from "./tuning.ts";

/** A quota's service, as "a Step Functions quota". */
function aQuotaOf(id: string): string {
  const service = quotaTitle(id).split(",")[0] ?? "";
  return `${/^[AEIOU]/.test(service) ? "an" : "a"} ${service} quota`;
}

/** One driver on which a workload is like or unlike the reference case, as part of a list. */
export function likenessWords(likeness: Likeness): string {
  switch (likeness.code) {
    case "paid-per-state":
      return `pays per state (${percent(likeness.share)} of the bill)`;
    case "not-paid-per-state":
      return "nothing is paid per state";
    case "data-through-s3":
      return `data through S3 (${percent(likeness.share)})`;
    case "no-data-through-s3":
      return "no data through S3";
    case "steady-load":
      return "steady load";
    case "spiky-load":
      return `the load peaks at ${multipleGiven(likeness.peakToMean)} its average`;
    case "same-first-wall":
      return `first wall ${aQuotaOf(likeness.quota)}, at ${percent(likeness.share)} of the peak`;
    case "other-first-wall":
      return `the first wall is ${aQuotaOf(likeness.quota)}, at ${percent(likeness.share)} of the peak`;
    case "no-wall":
      return `no wall before ${multiple(likeness.multiple)} the peak`;
    case "tuning-saves-most":
      return `${tuningWhat(likeness.tuning)} already saves ${percent(likeness.share)}`;
    case "tuning-saves-little":
      return likeness.tuning === null
        ? "there is nothing to tune first"
        : `${tuningWhat(likeness.tuning)} saves only ${percent(likeness.share)}`;
    case "cpu-heavy":
      return `${percent(likeness.fraction)} of the time is CPU work`;
    case "mostly-waiting":
      return `only ${percent(likeness.fraction, "up")} of the time is CPU work`;
    default:
      return assertNever(likeness);
  }
}
