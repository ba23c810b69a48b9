/**
 * Talk between people that mentions figures: meetings, builds, pull requests, other companies, the past. A thread is
 * theirs before it is Rethink's, so such a sentence never changes a review, however well a number in it would fit.
 */
const always = [
  /\b(?:can|could|shall|should|let's|how about) (?:we )?do #ms=/,
  /^(?:(?:and|so|but|well|ok) )*i (?:read|run|ran|do|did|drink|eat|spent|wrote|write|walk|drive|watch|watched)\b/,
  /^(?:(?:and|so|but|well|ok|hey|oh|lol|haha|,) )*(?:i|i've|we) (?:just |already |also |once |even )*(?:ordered|bought|ate|baked|cooked|booked|watched|played|walked|drove|flew|slept|drank|paid|spent|lost|won|missed|met|visited|travell?ed|biked|parked|downloaded|deleted|merged|pushed|fixed|closed|reviewed|installed|learned|joined|quit|voted|celebrated|signed up)\b/,
  /\b(?:guys|dudes|lads|folks) (?:charge|want|need|take|have|do|did|run|use)\b/,
  /\b(?:let's|lets|we|i) take (?:another )?#n=\S+$/,
  /\b(?:aws|amazon|azure|google|microsoft|they) (?:just )?(?:raised|cut|lowered|dropped|increased|announced|launched|released|killed|bought|hiked) (?:the |its |their |all )*(?:prices?|fees?|rates)\b/,
  /\b(?:gave|gives|offered|sold|charged|lent|owes) (?:me|him|her)\b/,
  /\b(?:won|lost|beat|scored|drew|tied) (?:by |the \S+ )?#/,
  /\bwhat an? (?:way|day|week|mess|joke|game|match|shame|waste|year|time|life|deal|idea|surprise|night|ride)\b/,
  /\bin the (?:#ms=|nineties|eighties|old days)/,
  /\b(?:video|talk|recording|podcast|movie|meeting|call|song|episode|clip|film)s? (?:is|are|was|were) #ms=/,
  /\b(?:you|i) (?:take|takes|get|want|need) #n=/,
  /, (?:right|correct|isn't it|aren't they|don't we|or not|yes)$/,
  /\bspent #ms=/,
  /\b(?:wait|hold on|hang on|give me|gimme|pause) (?:a |for )?#ms=/,
  /\bback (?:then|in the day)\b|\bin #n=(?:19|20)\d\d\b|\b(?:years|months|ages) ago\b|\bsince #n=(?:19|20)\d\d\b/,
  /\b(?:our|an|my|the) (?:old|legacy|former|previous) \S+ (?:\S+ ){0,2}(?:did|had|was|were|ran|handled|took|cost|used to|peaked|topped|maxed|managed|served)\b/,
  /\b(?:our|an|my|the) (?:old|legacy|former|previous) \S+ peak at\b/,
  /#(?:rate|per\w+)=\S+ (?:is|are|was|were) (?:just |way |far )?too (?:much|many)\b/,
  /\b(?:anyone|anybody|someone|who else)\b/,
  /^(?:ok |so |hey |and |, )*(?:be (?:right )?back|brb|afk|gtg|g2g|ttyl|back in|heading out|signing off|logging off)\b/,
  /\b(?:pr|mr|pull request|merge request|ticket|jira|issue|commit|branch|bug|sprint|standup|retro|demo|agenda)s? (?:#|#n=\S+|no|number)/,
  /\b(?:see|meet|talk|catch|ping|call|join) (?:you|me|us|them|him|her|y'?all)\b/,
  /\b(?:standup|stand up|meeting|meetings|lunch|coffee|beers?|pizza|dinner|breakfast|party|vacation|holiday from|pto|sick|dentist|interview|interviews|birthday|gym|offsite|happy hour|train|flight|airport|kids)\b/,
  /\b(?:ci|build|builds|pipeline run|deploys?|deployment|deployments|unit tests?|test suite|compil\w+|docker build|release|rollout|linter|code review|npm install)\b (?:\S+ ){0,3}(?:takes?|taking|took|lasts?)/,
  /(?:takes?|taking|took|lasts?) (?:\S+ ){0,3}(?:to (?:build|compile|deploy|review|merge|fix|debug|write|read|explain|install|test))/,
  /\b(?:takes?|took) (?:me|him|her|us|them)\b/,
  /\b(?:gimme|give me|back in|brb|afk|one sec|be there in|there in|ready in|done in|free in|available in|late by|running late) #ms=\S+(?: (?:or so|please|max|tops))?$/,
  /#ms=\S+ (?:ago|late|earlier|away|break|meeting|call)/,
  /\b(?:i|he|she|my|his|her) (?:\S+ ){0,4}(?:laptop|macbook|phone|car|house|salary|wife|husband|dog|cat|kid|boss|brother|sister|friend|macbook|pc|desktop|raspberry|homelab)\b/,
  /\b(?:at|in) my (?:last|previous|old|former) (?:job|company|place|team|startup|gig)\b/,
  /\b(?:last|previous|old|former) (?:job|company|employer|startup)\b/,
  /\b(?:netflix|google|twitter|facebook|uber|airbnb|shopify|tiktok|spotify|reddit|linkedin|stripe|slack|discord|they) (?:itself |folks |guys |people |team )?(?:does|did|runs?|ran|has|had|handles?|handled|serves?|served|moved|processe[sd]|peaks?)\b/,
  /\b(?:hacker news|stack overflow)\b/,
  /\b(?:remember|recall) (?:when|that|the|how|last)\b/,
  /\b(?:blog|article|tweet|podcast|keynote|youtube|newsletter) (?:\S+ ){0,4}(?:says?|said|claims?|claimed|about|that)\b/,
  /\b(?:read|saw|heard|watched) (?:\S+ ){0,3}(?:somewhere|article|blog|that they|online)\b/,
  /\b(?:error|errors|status|code|got an?|returns?|throws?|threw) #n=[345]\d\d\b|#n=(?:200|404|500|502|503) (?:ok|error|errors)\b/,
  /\b(?:last|yesterday|previous) (?:night|week|month|year|quarter|sprint|friday|monday|release|incident|outage)\b/,
  /\byesterday\b/,
  /\b(?:line|lines) #n=|#n=\S+ (?:lines of code|loc|commits?|prs?|people|folks|devs|developers|engineers|reviewers|bugs?|tickets?|incidents?|approvals?|votes?|comments?|slides?|meetings?|candidates?|coffees?|beers?|bucks|euros?)\b/,
  /#usd=/,
  /\b(?:node|python|java|version|v\d*|go|ruby|php|rust|typescript|terraform|ubuntu|macos|ios|android) #n=/,
  /#pct=1 (?:agree|agreed|sure|certain|this|that|with|correct|right|true|yes)\b|\b(?:agree|agreed) #pct=/,
  /\b(?:i|you) (?:bet|owe|wish)\b/,
  /\b(?:room|floor|desk|building|page|slide|chapter|section|figure|table|appendix|option|point|item|question) #n=/,
  /\b(?:did you|have you|are you|do you|were you|will you|can you|could you) (?:see|watch|hear|know|join|joining|coming|around|free|there|review|approve|merge|send|share|check|remember|guys|have time|want)\b/,
  /\b(?:lol|lmao|rofl|haha+|hehe+)\b.*\b(?:remember|imagine the|classic)\b/,
];

/** "One sec", "5 min": said alone, a short time is a pause. */
const pause =
  /^(?:(?:just|ok|okay|wait|sure|yes|in|back in|another|about|like|give me|only) )*(?:a |one |two |five |ten |\d{1,2} ?)(?:secs?|seconds?|mins?|minutes?|moments?|hours?|hrs?|s)(?: please| max| tops| break| or so)*[.!?]*$/i;

/** True for a sentence that is people's own business. */
export function isTalk(sentence: string): boolean {
  return always.some((pattern) => pattern.test(sentence));
}

/** True for a text that only asks for a moment, or agrees ("x2"). */
export function isPause(text: string): boolean {
  return pause.test(text.trim()) || /^x\d+$/i.test(text.trim());
}
