import type { Assessment, Estimate, QuotaUse } from "#src/model/assessment.ts";
import { multiple, percent } from "#src/reply/numbers.ts";
import { duration } from "#src/reply/quantities.ts";
import type { Span } from "#src/reply/reply.ts";
import { capitalSpans } from "#src/reply/sentence-case.ts";
import { plain, strong } from "#src/reply/spans.ts";
import {
  checkedLoad,
  describedOf,
  holdsTo,
  isOutOfReach,
  isPriced,
  preferredOf,
  tightestLimit,
} from "#src/reply/views/estimates.ts";
import { architectureSubject, familyOf } from "#src/reply/wording/architecture.ts";
import { infeasibilityWords } from "#src/reply/wording/infeasible.ts";
import { needsAccountCheck, quotaAmount, quotaInBrackets, quotaNeed, quotaRaise } from "#src/reply/wording/quota.ts";
import { quotaTitle } from "#src/reply/wording/quota-title.ts";
import { ruledOutCause } from "./verdict.ts";

/** A design and the quota that ends it first. */
interface Bound {
  estimate: Estimate;
  use: QuotaUse;
  times: number;
}

/** What breaks first, at what share of the planned load, and who can move it. Empty when nothing can run. */
export function firstLimitSpans(assessment: Assessment): Span[] {
  const preferred = preferredOf(assessment);
  const described = describedOf(assessment);
  const designs = [described, preferred].filter(
    (estimate, position, all): estimate is Estimate => isPriced(estimate) && all.indexOf(estimate) === position,
  );
  if (designs.length === 0) return [];
  const bounds = designs.flatMap(boundOf);
  const stops = bounds.filter(({ times }) => times < 1);
  const sentences = [
    ...refused(assessment, described, preferred),
    ...(stops.length > 0 ? stops.map(stop) : noneShort(bounds, preferred)),
  ];
  return [
    strong("Breaks first: "),
    ...sentences.flatMap((spans, position) => (position === 0 ? spans : [plain(" "), ...capitalSpans(spans)])),
  ];
}

function boundOf(estimate: Estimate): Bound[] {
  const use = tightestLimit(estimate);
  const times = use === null ? null : holdsTo(use);
  return use === null || times === null ? [] : [{ estimate, use, times }];
}

/** What was described cannot run at all; left out where the verdict has just said so. */
function refused(assessment: Assessment, described: Estimate | null, preferred: Estimate | null): Span[][] {
  const [why] = described?.infeasibleBecause ?? [];
  if (why === undefined || described === null || isOutOfReach(described)) return [];
  if (preferred === null || described === preferred) return [];
  if (ruledOutCause(assessment, familyOf(preferred.architecture)) !== null) return [];
  const words = infeasibilityWords(why);
  return [[plain(`as described it cannot run: ${words.because}. ${words.asks}`)]];
}

function stop({ estimate, use, times }: Bound): Span[] {
  const delay = use.delayAtPeakSeconds;
  const late = delay !== null && delay >= 1 ? ` Work waits up to ${duration(delay * 1000, "up")} at peak.` : "";
  return [
    plain(`${architectureSubject(estimate.architecture)} stops at `),
    strong(`${percent(times)} of your ${checkedLoad(use)}`),
    plain(`. ${quotaNeed(use)} ${quotaRaise(use)}${late}`),
  ];
}

/** What to check in the account, then the first quota that counts; "no quota" only where nothing has to be checked. */
function noneShort(bounds: readonly Bound[], preferred: Estimate | null): Span[][] {
  const check = accountCheck(preferred);
  return bounds.length === 0 && check.length > 0 ? check : [...check, nothingBefore(bounds, preferred)];
}

function nothingBefore(bounds: readonly Bound[], preferred: Estimate | null): Span[] {
  const first = bounds.toSorted((a, b) => a.times - b.times)[0];
  if (first === undefined) return [plain("no quota that counts is in the way.")];
  const whose = first.estimate === preferred ? "" : ", as described";
  return [
    plain("nothing before "),
    strong(multiple(first.times)),
    plain(` your ${checkedLoad(first.use)}${whose} (${quotaInBrackets(first.use)}).`),
  ];
}

/** A vCPU quota that only the account's owner knows. */
function accountCheck(preferred: Estimate | null): Span[][] {
  const use = isPriced(preferred) ? preferred.limits.find(needsAccountCheck) : undefined;
  if (use === undefined) return [];
  const title = quotaTitle(use.quota, use).replace(", ", " ");
  const start = quotaAmount(use.applied, use.unit, "nearest");
  return [
    [
      plain(`your ${title} quota, if it is under `),
      strong(quotaAmount(use.demandChecked, use.unit, "up")),
      plain(`: new accounts start with ${start}.`),
    ],
  ];
}
