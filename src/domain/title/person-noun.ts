/** Endings that make a name for a person of a verb or a thing: geneticist, Betriebswirt, auditeur, inspetor, logistyk. Of folded words. */
const FIRST = /(?:i?ste?|ista|istin|logue?|loge|loga|eur|euse|trice|ici(?:en|enne)|(?:t|d|s)or|(?:t|d|s)ora|tore|iere?|iera|eiro|eira|ero|ik|nik|iczka|yk|yczka|arz|arka|og)$/;
const LAST = /(?:ist|istin|log[ei]n?|loog|eur|wirt|wirtin|technicus|(?:t|d|s)or|(?:t|s)orin|er|erin|ster|ian)$/;
/** Words that end so and are things, times or ranks that are read elsewhere. */
const THING = /(?:center|zentr\w+|order|paper|power|water|number|offer|career|computer|customer|consumer|server|semester|summer|winter|september|october|november|december|sector|motor|vector|factor|tractor|reactor|sensor|monitor|meister\w*|leiter\w*|partner\w*|master|super|inter|under|over|after|other|better|layer|cover|folder|buster|chapter|letter|butter|leder|papier|premier\w*|carrier\w*|matiere|filiere|lumiere|frontiere|dinero|numero|primero|enero|metallurgik|musik|technik|fabrik|logistik|politik|informatik|elektronik|mechatronik|statistik|grafik|physik|optik|blog|dialog|katalog|analog|test|best|first|post|last|west|list|trust|invest(?:or\w*)?|forest|interest|cost|dossier|atelier|quartier|metier|chantier|courier|papier|secteur|valeur|interieur|exterieur|superieur|ordinateur|moteur|vecteur)$/;
const SHORTEST = 5;

/** Do these words of a title, folded, begin or end with a name for a person, as its ending tells? In doubt it is none. */
export function namesPerson(words: readonly string[]): boolean {
  const first = words[0] ?? '', last = words.at(-1) ?? '';
  const is = (word: string, ending: RegExp): boolean => word.length >= SHORTEST && ending.test(word) && !THING.test(word);
  return is(first, FIRST) || is(last, LAST) || is(last, FIRST);
}
