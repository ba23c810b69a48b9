import { type Rewriting, rule } from "./tokens.ts";

/**
 * Verbs and turns that say which way a figure goes. Add a verb to its list in the plain form (irregular forms beside
 * it): every rule of `relative.ts` then reads it with "by a third", "to half", "threefold", "20 %".
 */
const growing =
  "increase raise rise rose risen bump climb jump inflate swell swollen balloon expand surge soar boost lift grow grew grown up " +
  "skyrocket explode mushroom enlarge lengthen extend bloat improve widen";
const shrinking =
  "decrease reduce cut lower drop fall fell fallen shave shrink shrank shrunk trim sink sank dip slide slid plunge plummet " +
  "collapse tank slump dwindle decline diminish ease slim slash chop tumble contract recede thin shed save knock down";

/** A verb in its usual forms: "rises", "dipped", "surging". */
function forms(verb: string): string {
  const last = verb.at(-1) ?? "";
  return `${verb.replace(/e$/, "")}(?:e|es|ed|ing|s|${last}ed|${last}ing)?`;
}

function anyOf(verbs: string): string {
  return verbs.split(" ").map(forms).join("|");
}

/** "Goes up", "scaled down", "bring the load down": the small word gives the direction. */
const carrier =
  "(?:goe?s?|going|gone|went|comes?|came|is|are|was|be|were|scaled?|scales|brings?|turn|dial(?:ed)?|moves?|ramps?|steps?|pushe?s?|cranks?|sized?)";
const aside = "((?: {det}(?:@\\w+|@unit|\\$\\S+|it|this|that|them|everything))?(?: \\$\\S+| @\\w+)?)";

export const grows = `(?:(?:${anyOf(growing)})(?: up)?|add|adds|adding|plus|\\+)`;
export const shrinks = `(?:(?:${anyOf(shrinking)})(?: down| back)?|minus|less|-)`;

const amount = "(?:about |around |roughly |nearly |some |another |at least )?#(?:pct|part|x)=";

/**
 * "Grow" and "surge" name fields too. With "by" and an amount they say how far a figure goes; growth over a period was
 * read before.
 */
export const growVerbs: readonly Rewriting[] = [
  [rule(`(?:surges?|surged|spikes?|spiked|bursts?|growing|growth)(?= by ${amount})`), "rises"],
  [rule(`(?:grow|grows|grew|grown)(?= (?:by |to )?${amount})`), "rises"],
];

/** "Scale the load up by", "bring it down to": one verb for each direction. Comes after the fields have their tokens. */
export const carriedVerbs: readonly Rewriting[] = [
  [rule(`${carrier}${aside} up(?= (?:by |to )?${amount})`), "rises$1"],
  [rule(`${carrier}${aside} (?:back )?down(?= (?:by |to )?${amount})`), "sinks$1"],
];

/** People whose number is the load: twice the shoppers is twice the orders. */
const people =
  "user customer client member subscriber player gamer visitor buyer viewer shopper punter guest reader passenger rider patient student " +
  "listener citizen applicant pupil caller attendee follower traveller traveler patron crowd audience people folk traffic";
export const crowd = `(?:@unit|@rate|(?:${people.replaceAll(" ", "|")})s?)`;
