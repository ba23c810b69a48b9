/**
 * Ordinary words that stand one or two slips from a word the reader knows ("house" and "hour", "mouth" and "month").
 * They are never taken for a misspelling of it. Gathered by comparing the vocabulary with frequent English words.
 */
const listed = `
abbot abed abort abound actually adapting afterward aground amend amends anna annex annoy annul anon apes
apparel apparent appeal appeals apple apples applicator approximate approximated apps arch argon aria auditing
averaged avert avid await awarding axis bach balance balanced balances bald balder balloons basil bath bathes
bellow bend bidder bile bill billings bind binder bird blow bode bodes bogies bold bolder bombings bony booing
bookends booming booting boozing botch boxy build builder bullion bummed bumper burnt burped bust busts busty
butch cade cage cake calf calla callus calm calms calvary came campaigned campaigner cane caper capo caps
captures care carl casa case cast cave cell cells chapters cheque chick chicks chon chore chores cite clack clam
clams clink clock clocks cluck coat coats coins collection collections command commanded commandeer commander
commanders commando commandos commands commence commences commended companies comrades conception concession
concessions concoction cones confection confession confessions congestion congrats conn connecting connector
consonant constancy construct constructs consultant contact contacts contained contains contention contestant
contracted contractor contractors contradict contradicts contrary contrast contrasts convention conventions
conversation conversations conversing conviction convictions convulsion convulsions coon coons cope core cores
corn corncobs corns correction corrections correctly cost costumer counteract crick croc croissant croissants
crone crony croon crop crow crown currency currents customary dabbling dairy dais daisy dally damn dang dank
dans darn date dated dater dates dawn deadlier debt debut deliver delivered delivering delivers developmental
devise dial dials dibs dies digs dilation dips dismount doable dock docks documented does dogs doily donation
donations dons doodling dots doubly doubted doubting downloaded doze dozed dozer earnings ease easy eats
ejection election elections elocution emery empress ends enter entire entry environmental envy etch even evens
ever exception exceptions executing executioner executive executives executor exemption exertion exes factions
factored factories failures fame feat features feet fiat fico fife fighters filed filet fill fills film films
fine fines fire fires five fives fixes fixtures flab flag flak flame flames flan flap flaw flax flay flee flees
flies flit float foot foots foresight forthright fraction fractions fracture fractured fractures framed franc
francs frankfurter frat freed freer fret friction functional functioned fund funds funk funks gals german
germane gland glow glowing glows goat goats grad gran grant grate greet grew grind grog groping gross growl
growling growls grown hang here hone horn horns hundredth hung huntress impressing impressionist impressive
incensed incoming increasingly indication indications indie influence influences inland innovation innovations
instinct instincts insurance inter intonation invading invitation invitations inviting involving island jade
jefe king koala labs lace laces lack lacks lacy lads lake lakes lama lamas lamb lambs lamia lane lapel lapels
laps lash lass latent lats launch laws lays lead lectured lecturer legs leis lens lest lets libel lice lien life
lifter like lime lined linen liner link lino lint lire listed lite live loaf loan lone lord loss loud lune lurch
lynch magi mags maid maids maim main mains mall malls mans markings martin massage massaged massages mating maul
maxim mead meal meanings meant meany meat media medial medico memo memoir memoirs memorial memos mere mesa
mesdames mesh mess mics midway mild mile milk miller millet millionth milo milt mind minds mine mines mini
minion minions mink minks mint mints minuet minus minx miss missions moan moaning moat mobs moist moldings moll
montage monte monteith mooning moorings moos mops moss moth moths mourning mouth mows mugs mull mums muse myths
nacho niche nigh noch normalcy normality norther northwest notify nutter objectify objecting objection
objectively oder older outboard oversight overweight pace paged pager pairs pale pane pans parish parks parts
pate pave pavement pear pears peas peat peck pecked pecking pecks pecs peed peeked peeking peel peep peer pees
percentage perceptive perdition perk perking perks petition petitioned petitioner petitions photon pick picks
pies pigs pins pips piss pits placement plain plains plane planes plank planks plant plants play plays poco
portions positioned positive positives predicting predictive predilection processed processes procession
productive prof professor professors projection prom prop protection proud pubis pubs puns pups puss puts
quarrels quartered quarterly quartet quite quitters quoted race rage raided rained raiser rake rare rated rathe
rats rave raze readiness ready readying real ream reap reaper reapers reaping rear rearing received receives
reception redd redder reds reed referred regain regained rejection rejoined relies rely remain remained rend
render renders rent repainted repaired repay replay replied reps requested requires resection resented reserve
reserves reset resolved resort resorted resorts responded responders responds responsive restrained retail
retainer retarded retort returned reversed reverted revs rise rite road rust sacs safe sage sages sake sale
sampled sampler sand sands sane sang sank saps sarge sass save sawing saws saying sayings says scans scare
scares scaring scone scones scope scopes scoping scored scorer scorn scorns scouring scream screams searched
searcher searchers seas seconded secondly sect sects seep seeps sees seine seize senhor senior seniors senor
sensory serge sets sews shame shaving shavings shore shores shot silos simple sins site skate skates slab slabs
slag slain slam slams slap slaps slash slate slats slaving slaw slay slays slob slobs slog slop slops slot slots
slow slows smite snatches snore snores snoring snot soar sobs soil solos some sons soot sooth sore sores sots
soul souls soup soups sour sours souse southwest sows spake span spans spas spat spate spawn specs speeches
spice spices spicing spicy spies spiked spin spine spines spires spit spite spoke spokes spores sport spout
sprain stag staged stain stake stakes staking stale stalwart standout starch starched stare stares staring
stated stating stats statt statue statues status stave staying stead steam steamy steep stem stems stew stir
stockroom stop stops store stores storing streak streaks strep such sucre suite sundae sundaes sundry sure swain
swans swatches swede swedes swore tack take tale talk tall tame tank tans tape teen tees tell tens than thar
thee them they thicket thin thorough thou though thousandth thrilling throughout thud thuds thug thugs thus
ticked ticker tied ties tiger tigers tile tilt timer timers tins tire tires toady toddy toes toll tons topical
toppling torn tour tours tradition traditions trailing traipsing trampling transitional translating translator
translators trapping tricking trickling trifle trifled trifles trifling trilling trimming tripe triplets tripped
tripping trolling trough tubes tubs tugs tums tunes tusk tuts twill twirling udder uniformed unite unites unload
unloads unser untie untied updated upper used uses usher ushers utter virginal virginity wads waft wafting waif
wail wailing wails waist waiter waived waiving want wanted wanting wants wart warts wast wasted wasting watt
watts weak weakly webs weed weeds weep welt went wept wert wets whit whiting width wish witch wits writ writing
yeah yean yearn yeas
`;

export const realWords: ReadonlySet<string> = new Set(listed.trim().split(/\s+/));
