/**
 * English inflection, both ways: the forms of a lemma (to make suggestions agree) and the lemmas a form may have
 * (to match a phrase in any inflection). Regular by rule, irregular by table. Words are folded.
 */

export type VerbForm = "base" | "third" | "past" | "participle" | "ing";

/** Base, past, participle. Third person and -ing are regular for all of them. */
const irregularVerbs = new Map<string, readonly [past: string, participle: string]>(
  (
    "be:was:been become:became:become begin:began:begun bend:bent bind:bound bite:bit:bitten blow:blew:blown break:broke:broken " +
    "breed:bred bring:brought build:built buy:bought cast:cast catch:caught choose:chose:chosen cling:clung come:came:come " +
    "cost:cost creep:crept cut:cut deal:dealt dig:dug do:did:done draw:drew:drawn drink:drank:drunk drive:drove:driven " +
    "eat:ate:eaten fall:fell:fallen feed:fed feel:felt fight:fought find:found flee:fled fling:flung fly:flew:flown forbid:forbade:forbidden " +
    "forecast:forecast foresee:foresaw:foreseen forget:forgot:forgotten forge:forged forgive:forgave:forgiven freeze:froze:frozen get:got:got give:gave:given " +
    "go:went:gone grind:ground grow:grew:grown hang:hung have:had hear:heard hide:hid:hidden hit:hit hold:held hurt:hurt keep:kept " +
    "know:knew:known lay:laid lead:led leave:left lend:lent let:let lie:lay:lain lose:lost make:made mean:meant meet:met " +
    "outdo:outdid:outdone overcome:overcame:overcome overtake:overtook:overtaken pay:paid put:put quit:quit read:read redo:redid:redone " +
    "rid:rid ride:rode:ridden ring:rang:rung rise:rose:risen run:ran:run say:said see:saw:seen seek:sought sell:sold send:sent set:set " +
    "sew:sewed:sewn shake:shook:shaken shed:shed shine:shone shoot:shot show:showed:shown shrink:shrank:shrunk shut:shut sing:sang:sung sink:sank:sunk sit:sat " +
    "sleep:slept slide:slid sow:sowed:sown speak:spoke:spoken speed:sped spend:spent spin:spun split:split spread:spread " +
    "spring:sprang:sprung stand:stood steal:stole:stolen stick:stuck sting:stung strike:struck strive:strove:striven swear:swore:sworn sweep:swept " +
    "swim:swam:swum swing:swung take:took:taken teach:taught tear:tore:torn tell:told think:thought throw:threw:thrown undergo:underwent:undergone " +
    "understand:understood undertake:undertook:undertaken undo:undid:undone uphold:upheld upset:upset wear:wore:worn weave:wove:woven " +
    "weep:wept win:won wind:wound withdraw:withdrew:withdrawn withhold:withheld withstand:withstood write:wrote:written"
  )
    .split(" ")
    .map((entry) => {
      const [base, past, participle] = entry.split(":") as [string, string, string?];
      return [base, [past, participle ?? past]];
    }),
);

const irregularNouns = new Map(
  (
    "man:men woman:women child:children person:people foot:feet tooth:teeth goose:geese mouse:mice ox:oxen crisis:crises basis:bases " +
    "analysis:analyses thesis:theses hypothesis:hypotheses emphasis:emphases phenomenon:phenomena criterion:criteria datum:data " +
    "medium:media stratum:strata bacterium:bacteria nucleus:nuclei stimulus:stimuli life:lives knife:knives wife:wives half:halves " +
    "leaf:leaves shelf:shelves wolf:wolves loaf:loaves thief:thieves self:selves calf:calves hero:heroes potato:potatoes tomato:tomatoes " +
    "echo:echoes veto:vetoes cargo:cargoes embargo:embargoes fisherman:fishermen chairman:chairmen businessman:businessmen spokesman:spokesmen " +
    "spokesperson:spokespersons salesperson:salespersons middleman:middlemen linchpin:linchpins index:indexes matrix:matrices"
  )
    .split(" ")
    .map((entry) => entry.split(":") as [string, string]),
);

/** Nouns that have no plural in good English, most of them the abstract heads of policy phrases. */
const uncountable = new Set(
  (
    "advice access accountability agriculture aid air alleviation architecture assistance attention authority awareness behavior capital care cash " +
    "clothing coherence collaboration commerce competition competitiveness compliance confidence connectivity conservation construction consumption cooperation " +
    "coordination courage coverage crime culture damage data decoupling defense democracy development diligence discipline disclosure dissent diversity economics education effectiveness " +
    "efficiency employment empowerment enforcement engagement enthusiasm entrepreneurship equality equipment equity evidence excellence expertise " +
    "exposure fairness feedback finance food formalism freedom fulfillment funding furniture governance guidance happiness harmony health healthcare help heritage history " +
    "homework housing impetus importance independence inflation information infrastructure insight integration integrity intelligence introspection " +
    "jurisprudence justice knowledge labor land law leadership legislation leverage litigation livelihood logistics luck machinery management manpower manufacturing media mobilization modernization momentum money morale music " +
    "news novelty nutrition opening-up openness opening opposition oversight parity participation patience patriotism peace penetration permission personnel poverty power prestige prevention privacy production productivity progress prosperity " +
    "protection publicity punctuality quality rain reassurance recognition reform relief remuneration reporting research resilience respect responsibility retirement revitalization rhetoric " +
    "safety sanitation satisfaction scrutiny security self-confidence self-reliance self-reform significance silk socialism society software solidarity sovereignty stability staff steel strength stuff supervision support sustainability " +
    "talent teamwork technology testing thinking tourism trade traffic training transparency transportation travel treatment trust truth understanding unity urbanization utilization vigilance violence vitality water wealth weather welfare well-being work workforce worth yuan renminbi"
  ).split(" "),
);

const countableToo = new Set(
  "reform law technology industry quality strength treatment power responsibility society history trade culture authority capital understanding truth land defense development work production construction protection competition cooperation recognition permission management".split(
    " ",
  ),
);

const vowel = /[aeiou]/;

/** True for a one-syllable word of the kind that doubles its last consonant: plan, cut, step. */
function doubles(base: string): boolean {
  if (!/[^aeiou][aeiou][bdgklmnprt]$/.test(base)) return doubledLonger.has(base);
  return /^[^aeiou]*(?:qu)?[aeiou][bdgklmnprt]$/.test(base) || doubledLonger.has(base);
}
const doubledLonger = new Set(
  "retrofit kidnap admit begin commit compel concur confer control defer deter dispel equip excel expel forbid forget incur infer inter occur omit patrol permit prefer propel rebut recur refer regret remit repel submit transfer transmit upset".split(
    " ",
  ),
);

function third(base: string): string {
  if (base === "have") return "has";
  if (base === "be") return "is";
  return plural(base, true);
}

function ing(base: string): string {
  if (base.endsWith("ie")) return `${base.slice(0, -2)}ying`;
  if (/[^eoy]e$/.test(base) && base !== "be") return `${base.slice(0, -1)}ing`;
  return doubles(base) ? `${base}${base.at(-1)}ing` : `${base}ing`;
}

function regularPast(base: string): string {
  if (base.endsWith("e")) return `${base}d`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  return doubles(base) ? `${base}${base.at(-1)}ed` : `${base}ed`;
}

/** @returns the asked form of a verb given in its base form */
export function verbForm(base: string, form: VerbForm): string {
  if (form === "base") return base;
  if (form === "third") return third(base);
  if (form === "ing") return ing(base);
  const irregular = irregularVerbs.get(base);
  if (irregular) return form === "past" ? irregular[0] : irregular[1];
  const prefixed = /^(?:re|over|out|under|mis|un|fore|with)(.+)$/.exec(base);
  const inner = prefixed?.[1] === undefined ? undefined : irregularVerbs.get(prefixed[1]);
  if (prefixed?.[1] && inner && prefixed[1].length > 3) {
    return base.slice(0, -prefixed[1].length) + (form === "past" ? inner[0] : inner[1]);
  }
  return regularPast(base);
}

function plural(noun: string, verb: boolean): string {
  if (!verb) {
    const irregular = irregularNouns.get(noun);
    if (irregular !== undefined) return irregular;
    const compound = /^(.*)(man|woman|child|life|knife|shelf|leaf)$/.exec(noun);
    if (compound?.[2] && compound[1] && !/^(hu|ger|ro|sha|cay|tali)$/.test(compound[1])) {
      return compound[1] + (irregularNouns.get(compound[2]) as string);
    }
  }
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  if (/(?:s|x|z|ch|sh)$/.test(noun)) return `${noun}es`;
  if (verb && /[^aeiou]o$/.test(noun)) return `${noun}es`;
  return `${noun}s`;
}

/**
 * @param noun singular, folded
 * @returns its plural, or `undefined` when it has none
 */
export function pluralOf(noun: string): string | undefined {
  if (uncountable.has(noun) && !countableToo.has(noun)) return undefined;
  return plural(noun, false);
}

/** True for a noun that takes no `a` or `an`. */
export function isUncountable(noun: string): boolean {
  return uncountable.has(noun);
}

const singularOf = new Map([...irregularNouns].map(([one, many]) => [many, one]));

const baseOf = new Map<string, Array<readonly [base: string, forms: readonly VerbForm[]]>>();
for (const [base, [past, participle]] of irregularVerbs) {
  const add = (word: string, ...forms: VerbForm[]) => {
    baseOf.set(word, [...(baseOf.get(word) ?? []), [base, forms]]);
  };
  if (past === participle) add(past, "past", "participle");
  else {
    add(past, "past");
    add(participle, "participle");
  }
}
for (const [word, base] of [
  ["is", "be"],
  ["are", "be"],
  ["were", "be"],
  ["has", "have"],
] as const) {
  baseOf.set(word, [[base, ["third"]]]);
}

/** @returns the singulars that a form may be the plural of, itself not among them */
export function singulars(word: string): readonly string[] {
  const irregular = singularOf.get(word);
  // "bases" is the plural of basis and of base
  if (irregular !== undefined) return word.endsWith("es") ? [irregular, word.slice(0, -1)] : [irregular];
  const compound = /^(.+?)(women|men|children|lives|knives|shelves|leaves)$/.exec(word);
  if (compound?.[2]) return [compound[1] + (singularOf.get(compound[2]) as string)];
  if (word.length < 4 || !word.endsWith("s") || /(?:ss|us|is)$/.test(word)) return [];
  const found = [word.slice(0, -1)];
  if (word.endsWith("ies")) found.push(`${word.slice(0, -3)}y`);
  if (/(?:s|x|z|ch|sh|o)es$/.test(word)) found.push(word.slice(0, -2));
  return found;
}

/** @returns the base forms that a word may be an inflection of, itself not among them */
export function bases(word: string): readonly string[] {
  const irregular = baseOf.get(word);
  const found: string[] = irregular ? irregular.map(([base]) => base) : [];
  const prefixed = /^(?:re|over|out|under|mis|fore)(.{3,})$/.exec(word);
  if (prefixed?.[1]) {
    for (const [base] of baseOf.get(prefixed[1]) ?? []) found.push(word.slice(0, -prefixed[1].length) + base);
  }
  if (word.length < 4) return found;
  if (word.endsWith("s") && !word.endsWith("ss")) {
    found.push(word.slice(0, -1));
    if (word.endsWith("ies")) found.push(`${word.slice(0, -3)}y`);
    else if (/(?:s|x|z|ch|sh|o)es$/.test(word)) found.push(word.slice(0, -2));
  } else if (word.endsWith("ed") && vowel.test(word.slice(0, -2))) {
    suffixed(word.slice(0, -2), found);
    if (word.endsWith("ied")) found.push(`${word.slice(0, -3)}y`);
  } else if (word.endsWith("ing") && /[aeiouy]/.test(word.slice(0, -3))) {
    suffixed(word.slice(0, -3), found);
    if (word.endsWith("ying")) found.push(`${word.slice(0, -4)}ie`);
  }
  return found;
}

function suffixed(stem: string, found: string[]): void {
  found.push(stem, `${stem}e`);
  if (stem.length > 2 && stem.at(-1) === stem.at(-2)) found.push(stem.slice(0, -1));
}

/** @returns the form of `base` that `word` is, or `undefined` when it is none; past and participle alike give `past` */
export function verbFormOf(base: string, word: string): VerbForm | undefined {
  if (word === base) return "base";
  if (word === third(base)) return "third";
  if (word === ing(base)) return "ing";
  if (word === verbForm(base, "past")) return "past";
  if (word === verbForm(base, "participle")) return "participle";
  if (base === "be" && (word === "are" || word === "were" || word === "am")) return word === "were" ? "past" : "third";
  return undefined;
}

/** True when `word` is the comparative, superlative or adverb of nothing but itself; adjectives do not inflect here. */
export function adjectiveBases(word: string): readonly string[] {
  const found: string[] = [];
  for (const suffix of ["er", "est"]) {
    if (!word.endsWith(suffix) || word.length < suffix.length + 3) continue;
    const stem = word.slice(0, -suffix.length);
    suffixed(stem, found);
    if (stem.endsWith("i")) found.push(`${stem.slice(0, -1)}y`);
  }
  return found;
}

/** The lemmas a form may have, itself included, by part of speech. */
export interface Lemmas {
  readonly noun: readonly string[];
  readonly verb: readonly string[];
  readonly adjective: readonly string[];
}

/** @param word folded */
export function lemmas(word: string): Lemmas {
  return {
    noun: [word, ...singulars(word)],
    verb: [word, ...bases(word)],
    adjective: [word, ...adjectiveBases(word)],
  };
}

const regularVerbs = new Set(
  (
    "abandon abide abolish absorb accelerate accept access accommodate accomplish achieve acknowledge acquire act activate adapt add address adhere adjust administer admit adopt advance advertise " +
    "advise advocate affirm aid aim align allocate allow amend analyze announce answer anticipate appeal applaud apply appoint appraise approve arouse arrange arrest ask assess assign assist assume assure attach attain attempt attend attract audit " +
    "authorize avoid award balance ban base bear benefit boost borrow bolster bridge broaden bypass calculate call cancel capitalize care carry cater cause celebrate center certify challenge change channel charge check chart " +
    "circulate circumvent clarify clean clear close coexist collaborate collect combat combine command commend commercialize commit compare compensate compete compile complement complete comply compose concentrate concern conclude condemn conduct " +
    "confer confirm conform confront connect consider consolidate construct consult consume contain continue contract contribute control convene convert convey cooperate coordinate correct cover crack create cross cultivate curb cushion " +
    "debate decentralize decide declare decline decouple deduct deepen defend define defuse delegate delete deliver demand demolish demonstrate denounce deny deploy depend derive design designate detect determine develop devote differ digitalize direct " +
    "disburse discard discharge discipline disclose discuss dismantle dismiss dispatch display dispose disrupt distribute diversify divert donate double downgrade draft drop earmark earn ease educate elect elevate elicit eliminate embark embody embrace emerge " +
    "emphasize empower enable enact encourage end endorse enforce engage enhance enjoy enlarge enrich enroll ensure enter entrust equip eradicate escalate establish evaluate evolve examine exceed exchange excel execute exempt exercise exert expand expect expedite experience explain explore " +
    "export expose express extend extinguish face facilitate fail fast-track feature fend fill finance finish fix flatten focus follow force form formulate foster free fulfill function fund further gain galvanize garner gather gauge generate grant grasp group guarantee guard guide " +
    "halt handle harmonize harness harvest hasten head help highlight hire honor host house identify ignore impact implement import impose improve incentivize include incorporate increase incubate indicate industrialize inform inherit initiate innovate inject inspect inspire install institute instruct integrate " +
    "intensify interact intervene introduce invest investigate invigorate invite involve isolate issue join jump-start justify label lack launch legislate level leverage lift limit link liquidate list live loan lobby localize look lower maintain manage manifest map mark master match maximize " +
    "measure mediate merge minimize mitigate mobilize modernize modify monitor motivate mount move multiply narrow negotiate nip normalize note nurture observe obtain occupy offer offset open operate oppose optimize order organize orient outline outpace outperform overhaul oversee own participate pass patrol penetrate perfect " +
    "perform permit persevere persist phase pilot pioneer place plan plant play pledge plug point pool position possess postpone practice preserve press prevail prevent prioritize probe proceed process procure produce profit progress prohibit project promote prompt promulgate propel propose prosecute prosper protect " +
    "prove provide publicize publish pull punish purchase purify pursue push quadruple qualify question raise rally ratify reach react realize rebalance rebuild receive recognize recommend reconcile record recover recruit rectify recycle reduce refer refine reflect reform refrain refuse regard register regulate rein reinforce reinvigorate " +
    "reject rejuvenate relate relax release relieve relocate rely remain remedy remember remind remove render renew renovate repair repeal replace replenish report represent request require rescue research reserve resettle reshape resist resolve respect respond restore restrain restrict restructure resume retain retire retrieve return reuse " +
    "reveal reverse review revise revitalize reward roll root safeguard sanction satisfy save scale schedule screen seal secure seize select separate serve settle shape share shift shoulder simplify smash smooth soften solicit solve sort source spearhead specialize specify spur stabilize staff stage standardize start state station stay steady steer stem step stimulate stockpile stop " +
    "strain streamline strengthen stress structure study submit subsidize succeed suffer suggest summarize supervise supplement supply support suppress surmount surpass survey suspend sustain switch synchronize synergize tackle tailor talk tap target tax terminate test thank thrive tighten top track trade train transcend transfer transform translate transport treat trigger triple triumph trust try turn uncover undermine " +
    "evacuate flood interfere name shore hand temper rush present file pair dare spare leapfrog sound relay brief race fire defy repeat confine pronounce chair benchmark trace scan deliberate battle snap " +
    "rip overcharge lecture die fan cease surrender intercede confiscate destroy unveil post conceal heal venture spill abscond govern blaze criticize rest immerse reaffirm recite vacate reclaim transplant " +
    "scramble grab contend linger pamper enlist smear discredit vilify weather sever cosponsor cosign ensnare corrupt entrap pile stamp notify feather locate pare front-load impart grade underreport reopen " +
    "revive scapegoat lock retest book lighten prescribe suit prepare burn persuade betray hone judge curtail hoard ration subject remand indict deprive roar default breach navigate wade sign scrape clock " +
    "swat underpin compromise falter chat squeeze weed uproot reiterate energize agree spark resonate showcase kick praise shirk humble appear devolve accompany spell exist rotate summon escape migrate " +
    "heed wish skip endure piggyback cash refute debunk fabricate retrofit park " +
    "abuse adhere charter confess preside redouble re-examine surge deleverage exploit expel favor hunt learn meddle pick rank short shorten skim " +
    "unify unite unleash unlock update upgrade urge use utilize vaccinate value vary verify veto vie view violate visit volunteer vote wait warn waste watch weaken weigh welcome widen wipe witness work worry yield"
  ).split(" "),
);

/** True when `word` is the base form of a verb of this vocabulary, so that it can be inflected as one. */
export function isVerb(word: string): boolean {
  return regularVerbs.has(word) || irregularVerbs.has(word);
}

const nounsToo = new Set(
  (
    "access aid aim award balance base benefit care change charge check claim command concern conduct contact contract control cost cover credit damage deal decrease delay demand deposit design display " +
    "dispute draft drive effect end escort estimate exchange exercise experience export face fast-track favor fight finance fine focus force form function fund gain grant grasp group guarantee guard guide harvest head help " +
    "highlight hold honor house impact import increase influence interest interview invest issue join judge keep label land launch lead leave level lever leverage lift limit link list live load loan look loss mark market master " +
    "match mean measure model monitor mount move need note notice offer open order outline oversight pass pay pick pilot pioneer place plan plant play pledge plug point pool position practice press process produce profit progress " +
    "project promise protest purchase push qualify question race raise rally range rank reach record reform register release repair report request rescue research reserve respect rest result return reuse review reward ring rise risk roll root " +
    "rule run safeguard sanction save scale schedule screen seal search secure see sell set settle shape share shift short show signal source speed spend spread staff stage stand standard start state station stay step stockpile stop store strain " +
    "stress structure study supply support survey switch talk target task tax test think trade train transfer transport travel treat trial trigger trust try turn update upgrade use value view visit volunteer vote watch waste welcome work worry worth yield " +
    "flood shore temper rush file pair spare sound relay brief fire repeat chair benchmark trace scan battle snap rip lecture fan surrender venture spill blaze scramble grab smear weather pile stamp feather grade lock book suit burn ration subject breach sign scrape clock compromise chat squeeze weed spark showcase kick praise spell escape wish skip cash reclaim hoard scapegoat corrupt humble " +
    "surge address advance advocate answer appeal approach audit ban bear bend bid boost break bridge build burst buy call cast catch cause chart clean clear close combat commission compile complete complement compound cut debate default double drop ease " +
    "feature feed fill find finish fix flow fly free further gauge give go grip halt hand handle hire hit host hurt input jump-start lack let lie lobby lower map mistake name nature object overhaul own park patrol perfect permit pinpoint post prepare present " +
    "probe prompt pull put quarantine read rebound redress remedy renew rent shake shed shock slide split spur stem steer stick stock strike sweep swing tackle tap tear tie tighten top track triple triumph understand"
  ).split(" "),
);

/** True when a phrase that begins with `word` is surely a verb phrase: *act*, *implement*, but not *plan* or *support*. */
export function isOnlyVerb(word: string): boolean {
  return isVerb(word) && !nounsToo.has(word);
}

/** Where a verb phrase has its verb: "fully implement", "fully, accurately and faithfully apply"; -1 for nowhere. */
export function verbAt(words: readonly string[]): number {
  return words.findIndex((word, at) => !isAdverb(word) && !(at > 0 && (word === "," || word === "and")));
}

/** True for an adverb that may stand before a verb: *deeply*, *further*, but not *apply*. */
export function isAdverb(word: string): boolean {
  return (/ly$/.test(word) && !isVerb(word)) || /^(?:not|never|further|well|always)$/.test(word);
}
