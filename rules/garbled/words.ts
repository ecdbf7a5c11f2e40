/** Word lists of the checks for broken sentences. */

const set = (list: string) => new Set(list.split(/\s+/));

/** Words that begin a sentence with a capital and never have one inside it. Not *we* and *to*: headings run into them. */
export const openers = set("it the this these there they in on at since after during from");

/** What may stand before a title or a name in running text. */
export const namers = set(
  "called named titled entitled magazine newspaper film movie book novel song album band series paper poem play movement newsletter app blog journal of in by and or the a an de la von van",
);

/** Base verbs that open a Chinese clause without a subject, and adverbs that do. No names among them. */
export const commands = set(
  `accelerate adhere advance build carry closely coordinate comprehensively conscientiously consolidate continue cultivate deepen deeply develop earnestly enhance ensure establish
  expand explore firmly focus further grasp guide implement improve increase innovate integrate maintain optimize persist prevent promote relieve resolutely safeguard speed
  standardize steadily strengthen strictly strive thoroughly undertake uphold vigorously actively`,
);

/** Words that never make a sentence of their own in a report. */
export const stranded = /(?:tion|sion|ment|ness|ance|ence|ship|ology|ity|ives?|ogy|isms?|ings?|ures?|ators?|ects?)s?$/;

/** One-word answers and asides. */
export const answers = set(
  "absolutely certainly congratulations definitely exactly indeed perhaps possibly probably precisely nothing something everything everyone nobody silence nonsense attention question questions conclusion introduction exceptions",
);

export const bareAdjectives = set(
  "good great new important major better best significant positive favorable fresh golden",
);

/** Things that a place can be, so that no person is one. */
export const titles = set(
  "director secretary mayor chairman chairwoman president governor minister commissioner vice deputy",
);

export const places = set(
  "core center hub area zone district city county province region base park port town village country capital highland gateway",
);

/** Nouns that "a number of" takes as they are. */
export const collectives = set(
  `staff personnel people police cattle youth women men children media data fish sheep aircraft species series poor elderly young old rich sick wounded unemployed disabled dead
  them us you these those others which whom talent faculty clergy folk livestock poultry crew offspring headquarters works means spacecraft`,
);

export const nounsOfChange = set("reduction increase decrease growth decline rise");

/** Verbs that "in-depth" cannot stand beside as an adverb, and that are no nouns. */
export const deepVerbs = set(
  "implement promote advance carry develop integrate deepen explore grasp strengthen understand implementing promoting advancing developing exploring",
);

export const auxiliaries = set(
  "is are was were be been being am has have had do does did will would can could shall should may might must",
);
