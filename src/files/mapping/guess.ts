import { wordsOf } from '../../domain/word.ts';
import { emailsOf, linkedinOf, phonesOf, webOf } from '../value/contact.ts';
import type { Target } from './target.ts';

/** A header as it is looked up: lower case words without accents, "E-Mail (2)" is "e mail". */
export function headerKey(name: string): string {
  const bare = name.replace(/\s\(\d+\)$/, '');
  // names of an API: "MailingCity"
  const spaced = /\s/.test(bare) ? bare : bare.replace(/([a-z])([A-Z])/g, '$1 $2');
  return wordsOf(spaced).join(' ').replace(/\b(linked) (in)\b|\b(zoom) (info)\b/g, '$1$2$3$4');
}

// the words of seven languages, folded; the first that fits is it
const COMPANY = 'company|companies|account|organi[sz]ation|org|business|employer|firm|firma|firmen|unternehmen\\w*|gesellschaft|arbeitgeber|entreprise|societe|empresa|compania|bedrijf|organisatie|azienda|societa|impresa|organizacion|organizacao|organizzazione|organisation';
const PHONE = 'phone|phones|telephone|telefon\\w*|tel|mobile|mobil\\w*|cell|cellphone|handy\\w*|portable|movil|celular|telemovel|cellulare|mobiel|telefoon\\w*|gsm|dial|rufnummer|fon|whatsapp';
const WEB = 'website|web site|webseite|homepage|url|web|site|sitio web|site web|sito|sito web|pagina web|internet';
const CITY = 'city|town|stadt|ort|ville|ciudad|cidade|citta|stad|plaats|localidad|localidade|wohnort';
const STATE = 'state|province|region|county|bundesland|land kreis|departement|provincia|provincie|estado|regione|kanton|state region|state province';
const COUNTRY = 'country|land|pays|pais|paese|country region|staat|nation';
const GUESSES: readonly (readonly [RegExp, Target])[] = [
  [/\b(opt ?out|opted out|unsubscribed|unsub|abgemeldet|desabonne|desinscrit|baja|uitgeschreven)\b.*\b(time|date|at|datum|on)\b/, 'optOutAt'], [/\b(opt ?out|opted out|unsubscribed|unsub|has opted out of email|abgemeldet|desabonne|desinscrit|baja|uitgeschreven|disiscritto)\b/, 'optOut'],
  [/\b(do not call|dnc|no call|tps|ctps|nicht anrufen|bloctel)\b/, 'doNotCall'], [/\b(do not contact|do not email|blacklist\w*|nicht kontaktieren|ne pas contacter|no contactar|niet benaderen)\b/, 'doNotContact'],
  [/\b(opt ?in|consent\w*|einwilligung\w*|consentement|consentimiento|consentimento|consenso|toestemming|dsgvo|gdpr|rgpd)\b.*\b(time|date|at|datum|on|am)\b/, 'consentAt'], [/\b(opt ?in|consent\w*|einwilligung\w*|consentement|consentimiento|consentimento|consenso|toestemming)\b/, 'consent'],
  [/^(e ?mail|mail|email address|correo|courriel|adresse e ?mail|posta elettronica)\b.*\b(status|valid\w*|verif\w*|confidence|source|type|domain|sent|open\w*|bounced|score)\b/, ''], [/\b(e ?mails?|mail|mailadresse|courriel|correo( electronico)?|posta elettronica)\b/, 'email'],
  [new RegExp(`\\b(${COMPANY})\\b.*\\blinked ?in\\b|\\blinked ?in\\b.*\\b(${COMPANY})\\b`), 'companyLinkedin'], [/\blinked ?in\b|\bprofile url\b/, 'linkedin'], [/\b(twitter|xing|github|facebook|instagram|tiktok|youtube|mastodon|bluesky)\b/, 'profile'],
  [new RegExp(`\\b(${COMPANY}|hq|office)\\b.*\\b(${PHONE})\\b`), 'companyPhone'], [new RegExp(`\\b(${PHONE})\\b(?!.*\\b(type|status|dnc|ext|extension|confidence|country code)\\b)`), 'phone'],
  [new RegExp(`\\b(${COMPANY})\\b.*\\b(domain|domane|domaine|dominio|domein)\\b|^domain$|^domane$|^domaine$|^dominio$`), 'companyDomain'], [new RegExp(`\\b(${COMPANY})\\b.*\\b(${WEB})\\b`), 'companyWebsite'],
  [new RegExp(`\\b(${COMPANY}|hq)\\b.*\\b(${CITY})\\b`), 'companyCity'], [new RegExp(`\\b(${COMPANY}|hq)\\b.*\\b(${STATE})\\b`), 'companyState'], [new RegExp(`\\b(${COMPANY}|hq)\\b.*\\b(country|pays|pais|paese)\\b`), 'companyCountry'], [new RegExp(`\\b(${COMPANY}|hq|headquarters?)\\b.*\\b(location|address|adresse|standort)\\b`), 'companyLocation'],
  [/\b(employees|employee count|headcount|company size|num employees|number of employees|mitarbeiter\w*|beschaftigte|effectif|salaries|empleados|medewerkers|funcionarios|dipendenti|staff)\b/, 'companySize'], [/\b(revenue|turnover|umsatz|jahresumsatz|chiffre d affaires|facturacion|ingresos|omzet|faturamento|receita|fatturato)\b/, 'companyRevenue'],
  [/\b(technolog\w*|tech stack|technographics|tecnologi\w*|technologieen)\b/, 'companyTechnologies'], [/\b(founded|year founded|grundung\w*|fonde\w*|fundad\w*|fundacion|opgericht|fondat\w*)\b/, 'companyFounded'], [/\b(industry|industries|branche|sector|secteur|sektor|industria|settore|setor|vertical|wirtschaftszweig)\b/, 'companyIndustry'],
  [new RegExp(`\\b(${COMPANY})\\b.*\\b(description|about|beschreibung)\\b`), 'companyAbout'], [new RegExp(`^(?:current |associated |parent )?(${COMPANY})(?: name| nome| nom| nombre| naam| title)?$|^(?:name|nom|nombre|nome|naam) (?:de|der|des|del|della|du|da|van|of)?\\s?(?:la |l |het |the )?(${COMPANY})$|^firmenname$|^raison sociale$|^bedrijfsnaam$|^ragione sociale$|^razon social$|^company account$`), 'company'],
  [/^(first|given|fore) ?names?$|^vorname\w*$|^prenom$|^nombre$|^primer nombre$|^nombre de pila$|^voornaam$|^primeiro nome$|^nome$|^fname$|^rufname$/, 'firstName'], [/^middle ?(name|initial)s?$|^zweiter vorname$|^deuxieme prenom$|^segundo nombre$|^tussenvoegsel$|^nome do meio$|^secondo nome$/, 'middleName'],
  [/^(last|sur|family|second) ?names?$|^nachname\w*$|^familienname$|^zuname$|^nom$|^nom de famille$|^apellidos?$|^achternaam$|^sobrenome$|^apelido$|^cognome$|^lname$/, 'lastName'],
  [/^(full |contact |person |lead |display )?name$|^(vollstandiger|ganzer) name$|^nom complet$|^nom et prenom$|^nombre completo$|^nombre y apellidos$|^volledige naam$|^naam$|^nome completo$|^nome e cognome$|^ansprechpartner\w*$|^kontakt\w*$|^contact$|^contacto$|^contactpersoon$|^contatto$/, 'name'],
  [/^(job |current |position |work )?(title|position|role|job|occupation)s?$|^(berufs|job)bezeichnung$|^titel$|^beruf$|^funktion$|^stelle\w*$|^poste$|^fonction$|^intitule.*poste$|^cargo$|^puesto$|^funcion$|^functie$|^functietitel$|^funcao$|^ruolo$|^posizione$|^mansione$|^qualifica$/, 'title'], [/^(headline|tagline|slogan)$/, 'headline'], [/^pronouns?$|^pronomen$|^pronoms$/, 'pronouns'],
  [/^(about|bio|biography|summary|uber|description)$/, 'about'], [/^(school|university|education|college|hochschule|universitat|universite|universidad|universita)$/, 'school'],
  [new RegExp(`^(?:contact |person |lead |mailing |home )?(?:${CITY})$`), 'city'], [new RegExp(`^(?:contact |person |lead |mailing |home )?(?:${STATE})$`), 'state'], [new RegExp(`^(?:contact |person |lead |mailing |home )?(?:${COUNTRY})$`), 'country'], [/^(location|standort|place|lieu|ubicacion|localizacao|locatie|posizione geografica|metro area|region city)$/, 'location'],
  [/\b(utm campaign|campaign( name)?|kampagne\w*|campagne|campana|campanha|campagna)\b(?!.*\bid\b)/, 'campaign'], [/\b(lead source|source|original source|quelle|herkunft|origine|origen|fuente|bron|origem|fonte|provenienza|lead quelle)\b(?!.*\b(id|detail|drill)\b)/, 'leadSource'], [/\b(source detail|source drill down 1|utm source|utm medium)\b/, 'sourceDetail'],
  [/^(lifecycle stage|contact type|record type|lebenszyklus ?phase)$/, 'kind'], [/^(lead status|stage|status|contact stage|phase|statut|estado del lead|stadium)$/, 'stage'], [/^(tags?|labels?|keywords|kategorien?|categories|category|etiquettes?|etiquetas?|etichette|schlagworter?|groups?|group membership)$/, 'tags'], [/^(lists?|listen?|listes?|listas?|lijst|lijsten|lista|liste)$/, 'lists'],
  [/^(notes?|notizen?|bemerkung\w*|kommentare?|comments?|remarks?|commentaires?|remarques?|notas?|comentarios?|observaciones|observacoes|opmerking\w*|notities|annotazioni|anmerkung\w*|message|nachricht)$/, 'note'],
  [/^(created( at| on| date| time)?|create date|creation date|date (created|added|registered)|added( on| at)?|erstellt( am)?|angelegt( am)?|erstelldatum|date de creation|cree le|fecha de creacion|creado|aangemaakt\w*( op)?|data de criacao|data di creazione|creato il)$/, 'createdAt'], [/^(last (contacted|activity|touched|contact)( date| at| on)?|letzter kontakt|dernier contact|ultimo contacto|laatste contact|ultimo contatto)$/, 'lastContactedAt'],
  [new RegExp(`^(?:${WEB})$`), 'website'],
];

/** What a column most likely becomes, by the words of its name in seven languages, else by what stands in it; '' when it cannot be told. */
export function guessTarget(name: string, values: readonly string[]): Target {
  const key = headerKey(name).replace(/\s\d$/, '');
  const byName = key && GUESSES.find(([pattern]) => pattern.test(key));
  if (byName) return byName[1];
  if (name.trim() !== '' && !/^(column|spalte|field|feld)(\s?\w{1,3})?$/i.test(key)) return byAddress(values);
  return byAddress(values) || byLook(values);
}

function byAddress(values: readonly string[]): Target {
  const said = values.map((value) => value.trim()).filter(Boolean);
  const most = (test: (value: string) => boolean): boolean => said.length > 0 && said.filter(test).length > said.length * 0.7;
  if (most((value) => emailsOf(value).emails.length > 0)) return 'email';
  if (most((value) => /linkedin\.com\/(in|sales|pub)\//i.test(value) && linkedinOf(value) !== null)) return 'linkedin';
  return '';
}

/** Without any name only what cannot be anything else is taken. */
function byLook(values: readonly string[]): Target {
  const said = values.map((value) => value.trim()).filter(Boolean);
  const most = (test: (value: string) => boolean): boolean => said.length > 0 && said.filter(test).length > said.length * 0.8;
  if (most((value) => /^\+|^0/.test(value) && phonesOf(value).phones.length > 0)) return 'phone';
  if (most((value) => /^(https?:|www\.)/i.test(value) && webOf(value) !== null)) return 'website';
  return most((value) => /^\p{Lu}[\p{L}'’.-]+(?:,? \p{Lu}[\p{L}'’.-]*){1,3}$/u.test(value)) ? 'name' : '';
}
