/**
 * Ordinary words that stand one or two slips from a word the reader knows ("house" and "hour", "mouth" and "month").
 * They are never taken for a misspelling of it. Gathered by comparing the vocabulary with frequent English words.
 */
const listed = `
abbot abed abort abound actually afterward aground amend amends annex annul apes apparel apparent appeal appeals
apple apples approximate approximated apps arch argon aria averaged avid axis bach balance balanced balances
bald balder balloons basil bath bathes bend bidder bile bill billings bind binder bird bode bodes bogies bold
bolder bony botch boxy build builder bullion bummed bumper burnt burped bust busts busty butch cade cage cake
calf calla callus calm calms calvary came cane caper capo caps captures care carl casa case cast cave cell cells
chapters cheque chon chore chores cite coat coats coins collection collections command commanded commandeer
commander commanders commando commandos commands commence commences commended companies comrades conception
concoction cones confection congestion conn connecting connector consonant constancy consultant contained
contains contention contestant convention conventions conviction convictions coon coons cope core cores corn
corncobs corns correction corrections correctly cost costumer croc croissant croissants crone crony croon crop
crow crown currency currents customary dabbling dairy dais daisy dally damn dang dank dans darn date dated dater
dates dawn deadlier debt debut developmental devise dial dials dibs dies digs dilation dips dismount doable dock
docks documented does dogs doily donation donations dons doodling dots doubly doubted doubting downloaded doze
dozed dozer earnings ease easy eats ejection election elections elocution emery empress ends enter entire entry
environmental envy etch even evens ever exception exceptions executing executioner executive executives executor
exemption exertion exes factions factored factories failures feat features feet fiat fico fife fighters filed
filet fill fills film films fine fines fire fires five fives fixes fixtures flab flag flak flan flap flaw flax
flay flee flees flies flit float foot foots foresight forthright fraction fractions fracture fractured fractures
franc francs frankfurter frat freed freer fret friction functional functioned fund funds funk funks gals german
germane gland glow glowing glows goat goats grad gran grant grate greet grew grind grog groping gross growl
growling growls grown hang here hone horn horns hundredth hung huntress incensed incoming increasingly
indication indications indie inland innovation innovations instinct instincts insurance inter intonation
invading invitation invitations inviting involving island jade jefe king koala labs lace laces lack lacks lacy
lads lake lakes lama lamas lamb lambs lamia lane laps lash lass latent lats launch laws lays lead lectured
lecturer lice lien life lifter like lime lined linen liner link lino lint lire listed lite live loaf loan lone
lord loud lune lurch lynch magi mags maid maids maim main mains mall malls mans markings martin massage massaged
massages mating maul maxim mead meal meanings meant meany meat media medial medico memo memoir memoirs memorial
memos mesdames mess mics midway mild mile milk miller millet millionth milo milt mind minds mine mines mini
minion minions mink minks mint mints minuet minus minx miss missions moan moaning moat mobs moist moldings moll
montage monte monteith mooning moorings moos mops moss moth moths mourning mouth mows mugs mull mums myths nacho
niche nigh noch normalcy normality norther northwest notify nutter objectify objecting objection objectively
oder older outboard oversight overweight pace paged pager pairs pale pane pans parish parks parts pate pave
pavement pear pears peas peat peck pecked pecking pecks pecs peed peeked peeking peel peep peer pees percentage
perceptive perk perking perks petition petitioned petitioner petitions photon pick picks pies pigs pins pips
piss pits placement plain plains plane planes plank planks plant plants play plays poco prediction processed
processes procession productive prof professor professors projection prom prop protection proud pubis pubs puns
pups puss puts quarrels quartered quarterly quartet quitters quote quotes race rage raided rained raiser rake
rare rated rathe rats rave raze ready real ream reap reaper reapers rear received reception redd redder reds
reed referred regain regained rejection rejoined relies rely remain remained rend render renders rent repainted
repaired repay replay replied reps requested requires resection resented reserve reserves reset resolved
resorted responded responders responds responsive restrained retail retainer retarded returned reversed reverted
revs rise rite road rust sacs safe sage sages sake sale sand sands sane sang sank saps sarge sass save sawing
saws saying sayings says scans scream screams seas seconded secondly sect sects seep seeps sees seine seize
senhor senior seniors senor sensory serge sets sews shame shaving shavings shot silos sins site skate skates
slab slabs slag slain slam slams slap slaps slash slate slats slaving slaw slay slays slob slobs slog slop slops
slot slots slow slows smite snot soar soil solos some sons soot sooth soul sour southwest spake span spans spas
spat spate spawn specs speeches spice spices spicing spicy spies spiked spin spine spines spires spit spite
spoke spokes sport spout sprain stag staged stain stake stakes staking stale stalwart standout stare stares
staring stated stating stats statt statue statues status stave staying stead steam steamy steep stem stems stew
stir stockroom stop stops streak streaks strep suite sundae sundaes sundry sure swain swans swede swedes tack
take tale talk tall tame tank tans tape teen tees tell tens than thar thee them they thin thorough thou though
thousandth thrilling throughout thud thuds thug thugs thus tied ties tiger tigers tile tilt timer timers tins
tire tires toady toddy toes toll tons topical toppling torn tour tours tradition traditions trailing traipsing
trampling transitional translation translations trapping tricking trickling trifle trifled trifles trifling
trilling trimming tripe triplets tripped tripping trolling trough tubes tubs tugs tums tunes tusk tuts twill
twirling uniformed unite unites unload unloads unser untie untied upper used uses usher ushers virginal
virginity wads wast weak weakly webs weed weeds weep welt went wept wert wets width wish witch wits yeah yean
yearn yeas
`;

export const realWords: ReadonlySet<string> = new Set(listed.trim().split(/\s+/));
