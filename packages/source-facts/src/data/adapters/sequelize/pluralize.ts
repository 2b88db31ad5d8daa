/**
 * English plurals as Sequelize makes them of a model's name, by the rules of the package `inflection`:
 * https://sequelize.org/docs/v6/core-concepts/model-basics/#table-name-inference
 * Of its list of words without a plural, those are known that may be a model's name.
 */
export function pluralize(name: string): string {
  if (uncountable.has(name.toLowerCase()) || plural.test(name)) return name;
  const rule = rules.find(([ending]) => ending.test(name));
  return rule ? name.replace(rule[0], rule[1]) : `${name}s`;
}

/** As good as undoes it: for names of associations, which are told by both. */
export function singularize(name: string): string {
  const candidates = [
    name.replace(/ies$/iu, "y"),
    name.replace(/es$/iu, ""),
    name.replace(/s$/iu, ""),
    name.replace(/people$/u, "person").replace(/People$/u, "Person"),
    name.replace(/ren$/iu, ""),
  ];
  return candidates.find((each) => each !== name && pluralize(each) === name) ?? name;
}

/** What ends so is a plural already. */
const plural = new RegExp(
  [
    "^(?:wo)?men|people|children|[ti]a|^(?:feet|teeth|geese)|[ml|]ice|^oxen.*",
    "(?:analy|ba|diagno|parenthe|progno|synop|the)ses|(?:cris|ax|test)es",
    "(?:hi|ti|cur)ves|[lr]ves|[^fo]ves|drives|databases|movies|series|shoes",
    "(?:[^aeiouy]|qu)ies|(?:x|ch|ss|sh|bus|o)es|(?:octop|vir)uses|matrices|quizzes",
    "(?:alias|canvas|status|campus)es|^(?:summons|bonus|whereas)es|^criteria|^genera",
  ]
    .map((endings) => `(?:${endings})$`)
    .join("|"),
  "iu",
);

/** The first that fits is taken; what none fits gets an `s`. */
const rules: readonly (readonly [ending: RegExp, replacement: string])[] = [
  [/^((?:wo)?m)an$/iu, "$1en"],
  [/(pe)rson$/iu, "$1ople"],
  [/(child)$/iu, "$1ren"],
  [/(drive)$/iu, "$1s"],
  [/^(ox)$/iu, "$1en"],
  [/(ax|test)is$/iu, "$1es"],
  [/(octop|vir)us$/iu, "$1uses"],
  [/(alias|status|canvas|campus)$/iu, "$1es"],
  [/^(summons|bonus)$/iu, "$1es"],
  [/(bu)s$/iu, "$1ses"],
  [/(buffal|tomat|potat)o$/iu, "$1oes"],
  [/([ti])um$/iu, "$1a"],
  [/sis$/iu, "ses"],
  [/([^f])fe$/iu, "$1ves"],
  [/([lr])f$/iu, "$1ves"],
  [/(hi|ti)ve$/iu, "$1ves"],
  [/([^aeiouy]|qu)y$/iu, "$1ies"],
  [/(matr)ix$/iu, "$1ices"],
  [/(vert|ind)ex$/iu, "$1ices"],
  [/(x|ch|ss|sh)$/iu, "$1es"],
  [/([ml|])ouse$/iu, "$1ice"],
  [/^foot$/iu, "feet"],
  [/^tooth$/iu, "teeth"],
  [/^goose$/iu, "geese"],
  [/(quiz)$/iu, "$1zes"],
  [/^(whereas)$/iu, "$1es"],
  [/^(criteri)on$/iu, "$1a"],
  [/^genus$/iu, "genera"],
  [/s$/iu, "s"],
];

const uncountable = new Set(
  [
    "accommodation advertising advice aggression aid aircraft alcohol baggage blood bread cash chess",
    "education electricity engineering equipment ethics evidence evolution fame fiction food fuel",
    "furniture garbage gold golf gossip hardware hate health heat help homework housework ice",
    "importance inflation information iron jewelry knowledge lack leather leisure lightning literature",
    "litter livestock logic luck luggage machinery magic management mathematics milk money music news",
    "nutrition pollution poverty pride psychology publicity research respect revenge rice rubbish safety",
    "scenery seafood series shame sheep shopping sleep smoke snow soap software soil species steam",
    "stuff tennis traffic transportation trust unemployment validity violence warmth wealth weather",
    "air arithmetic chalk fun gratitude happiness nature nonsense punctuation timber",
    "welfare wildlife wisdom deer crossroads economics genetics gymnastics linguistics physics",
  ].flatMap((words) => words.split(" ")),
);
