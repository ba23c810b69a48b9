/**
 * Talk between people that mentions figures. A thread is theirs before it is Rethink's, so such a sentence never changes
 * a review, however well a number in it would fit. To add a phrase, put it into the group it belongs to (or a new one);
 * `test/fixtures/chatter.txt` gets the sentence it came from.
 *
 * Patterns see the annotated sentence: lower-case words, and figures as tokens (`#n=5`, `#ms=300000`).
 */
/** What people did, do and own themselves. */
const own = [
  /^(?:(?:and|so|but|well|ok) )*i (?:read|run|ran|do|did|drink|eat|spent|wrote|write|walk|drive|watch|watched)\b/,
  /^(?:(?:and|so|but|well|ok|hey|oh|lol|haha|,) )*(?:i|i've|we) (?:just |already |also |once |even )*(?:ordered|bought|ate|baked|cooked|booked|watched|played|walked|drove|flew|slept|drank|paid|spent|lost|won|missed|met|visited|travell?ed|biked|parked|downloaded|deleted|merged|pushed|fixed|closed|reviewed|installed|learned|joined|quit|voted|celebrated|signed up)\b/,
  /\b(?:let's|lets|we|i) take (?:another )?#n=\S+$/,
  /\b(?:you|i) (?:take|takes|get|want|need) #n=/,
  /\b(?:i|he|she|my|your|his|her) (?:\S+ ){0,4}(?:laptop|macbook|phone|car|house|salary|wife|husband|dog|cat|kid|boss|brother|sister|friend|macbook|pc|desktop|raspberry|homelab)\b/,
  /\bspent #ms=/,
  /\bi(?:'d| would) (?:never|not)\b|\bi (?:never|wouldn't|don't|can't|hate|love) (?:trust|like|buy|believe|touch|understand|recommend|see|to)\b/,
  /\b(?:takes?|took) (?:me|him|her|us|them)\b/,
  /\b(?:gave|gives|offered|sold|charged|lent|owes) (?:me|him|her)\b/,
  /\b(?:i|you) (?:bet|owe|wish)\b/,
  /\b(?:guys|dudes|lads|folks) (?:charge|want|need|take|have|do|did|run|use)\b/,
];

/** Meetings, meals, journeys, pauses and leave-taking, with their times. */
const gatherings = [
  /\b(?:can|could|shall|should|let's|how about) (?:we )?do #ms=/,
  /\b(?:video|talk|recording|podcast|movie|meeting|call|song|episode|clip|film)s? (?:is|are|was|were) #ms=/,
  /\b(?:wait|hold on|hang on|give me|gimme|pause) (?:a |for )?#ms=/,
  /^(?:ok |so |hey |and |, )*(?:be (?:right )?back|brb|afk|gtg|g2g|ttyl|back in|heading out|signing off|logging off)\b/,
  /\b(?:see|meet|talk|catch|ping|call|join) (?:you|me|us|them|him|her|y'?all)\b/,
  /\b(?:standup|stand up|meeting|meetings|lunch|coffee|beers?|pizza|dinner|breakfast|party|vacation|holiday from|pto|sick|dentist|interview|interviews|birthday|gym|offsite|happy hour|train|flight|airport|kids)\b/,
  /\b(?:gimme|give me|back in|brb|afk|one sec|be there in|there in|ready in|done in|free in|available in|late by|running late) #ms=\S+(?: (?:or so|please|max|tops))?$/,
  /#ms=\S+ (?:ago|late|earlier|away|break|meeting|call)/,
];

/** Work on code: pull requests, builds, releases, error codes, versions. */
const code = [
  /\b(?:we|they|you|i|team|teams|devs) (?:deploy|release|merge|rebase|restart|reboot|redeploy|roll back|rollback)\b/,
  /\b(?:pr|mr|pull request|merge request|ticket|jira|issue|commit|branch|bug|sprint|standup|retro|demo|agenda)s? (?:#|#n=\S+|no|number)/,
  /\b(?:ci|build|builds|pipeline run|deploys?|deployment|deployments|unit tests?|test suite|compil\w+|docker build|release|rollout|linter|code review|npm install)\b (?:\S+ ){0,3}(?:takes?|taking|took|lasts?)/,
  /\bdocker (?:image|pull|container|@unit)/,
  /(?:takes?|taking|took|lasts?) (?:\S+ ){0,3}(?:to (?:build|compile|deploy|review|merge|fix|debug|write|read|explain|install|test))/,
  /\b(?:error|errors|status|code|got an?|returns?|throws?|threw) #n=[345]\d\d\b|#n=(?:200|404|500|502|503) (?:ok|error|errors)\b/,
  /\b(?:line|lines) #n=|#n=\S+ (?:lines of code|loc|commits?|prs?|people|folks|devs|developers|engineers|reviewers|bugs?|tickets?|incidents?|approvals?|votes?|comments?|slides?|meetings?|candidates?|coffees?|beers?|bucks|euros?)\b/,
  /\b(?:node|python|java|version|v\d*|go|ruby|php|rust|typescript|terraform|ubuntu|macos|ios|android) #n=/,
];

/** Other companies, former jobs, and what was read or heard of them. */
const elsewhere = [
  /\b(?:at|in) my (?:last|previous|old|former) (?:job|company|place|team|startup|gig)\b/,
  /\b(?:last|previous|old|former) (?:job|company|employer|startup)\b/,
  /\b(?:netflix|google|twitter|facebook|uber|airbnb|shopify|tiktok|spotify|reddit|linkedin|stripe|slack|discord|they) (?:itself |folks |guys |people |team )?(?:does|did|runs?|ran|has|had|handles?|handled|serves?|served|moved|processe[sd]|peaks?)\b/,
  /\b(?:hacker news|stack overflow)\b/,
  /\b(?:blog|article|tweet|podcast|keynote|youtube|newsletter) (?:\S+ ){0,4}(?:says?|said|claims?|claimed|about|that)\b/,
  /\b(?:other|another|different) (?:team|company|squad|department|startup)(?:'s)?\b/,
  /(?:\bthey|\bdoc(?:ument)?s?|@unit|\bdocumentation|\bmanual|readme|faq|contract|paper) (?:claims?|claimed|says?|said|mentions?)\b/,
  /\b(?:read|saw|heard|watched) (?:\S+ ){0,3}(?:somewhere|article|blog|that they|online)\b/,
  /\b(?:aws|amazon|azure|google|microsoft|they) (?:just )?(?:raised|cut|lowered|dropped|increased|announced|launched|released|killed|bought|hiked) (?:the |its |their |all )*(?:prices?|fees?|rates)\b/,
];

/** The past: what a system did once says nothing of the one under discussion. */
const past = [
  /\b(?:handled|served|carried|survived|coped with|ran) (?:all |most |some )*(?:my|our|their|his|her|the) (?:first|last|old|early|original)\b/,
  /\bin the (?:#ms=|nineties|eighties|old days)/,
  /\bback (?:then|in the day)\b|\bin #n=(?:19|20)\d\d\b|\b(?:years|months|ages) ago\b|\bsince #n=(?:19|20)\d\d\b/,
  /\b(?:our|an|my|the) (?:old|legacy|former|previous) \S+ (?:\S+ ){0,2}(?:did|had|was|were|ran|handled|took|cost|used to|peaked|topped|maxed|managed|served)\b/,
  /\b(?:our|an|my|the) (?:old|legacy|former|previous) \S+ peak at\b/,
  /\b(?:remember|recall) (?:when|that|the|how|last)\b/,
  /\b(?:last|yesterday|previous) (?:night|week|month|year|quarter|sprint|friday|monday|release|incident|outage)\b/,
  /\byesterday\b/,
  /\b(?:lol|lmao|rofl|haha+|hehe+)\b.*\b(?:remember|imagine the|classic)\b/,
];

/** Money, agreement, matches, and numbers that say which room or page. */
const scores = [
  /(?<!(?:under|below|over|above|than|within|exceed|exceeds|hits?|reach) (?:a |the )?)#usd=/,
  /#pct=1 (?:agree|agreed|sure|certain|this|that|with|correct|right|true|yes)\b|\b(?:agree|agreed) #pct=/,
  /\b(?:won|lost|beat|scored|drew|tied) (?:by |the \S+ )?#/,
  /\b(?:room|floor|desk|building|page|slide|chapter|section|figure|table|appendix|option|point|item|question) #n=/,
  /#(?:rate|per\w+)=\S+ (?:is|are|was|were) (?:just |way |far )?too (?:much|many)\b/,
  /\bwhat an? (?:way|day|week|mess|joke|game|match|shame|waste|year|time|life|deal|idea|surprise|night|ride)\b/,
];

/** Questions of people to each other. */
const asked = [
  /, (?:right|correct|isn't it|aren't they|don't we|or not|yes)$/,
  /\b(?:anyone|anybody|someone|who else)\b/,
  /\b(?:did you|have you|are you|do you|were you|will you|can you|could you) (?:see|watch|hear|know|join|joining|coming|around|free|there|review|approve|merge|send|share|check|remember|guys|have time|want)\b/,
];

const talk: readonly RegExp[] = [...own, ...gatherings, ...code, ...elsewhere, ...past, ...scores, ...asked];

/** "One sec", "5 min": said alone, a short time is a pause. */
const pause =
  /^(?:(?:just|ok|okay|wait|sure|yes|in|back in|another|about|like|give me|only) )*(?:a |one |two |five |ten |\d{1,2} ?)(?:secs?|seconds?|mins?|minutes?|moments?|hours?|hrs?|s)(?: please| max| tops| break| or so)*[.!?]*$/i;

/** True for a sentence that is people's own business. */
export function isTalk(sentence: string): boolean {
  return talk.some((pattern) => pattern.test(sentence));
}

/** True for a text that only asks for a moment, or agrees ("x2"). */
export function isPause(text: string): boolean {
  return pause.test(text.trim()) || /^x\d+$/i.test(text.trim());
}
