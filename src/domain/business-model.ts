import { writtenOut } from './compound.ts';
import { type Lexicon, lexicon } from './lexicon.ts';
import { remember } from './remember.ts';
import { plain, wordsOf } from './word.ts';

/** How a company makes its money, and from whom. */
export const BUSINESS_MODELS = ['b2b', 'b2c', 'b2g', 'd2c', 'marketplace', 'saas', 'subscription', 'services', 'manufacturing', 'wholesale', 'retail', 'non-profit'] as const;
export type BusinessModel = (typeof BUSINESS_MODELS)[number];

/** Who is sold to: one of these says nothing about how the money is made, nor the other way round. */
const CUSTOMERS: ReadonlySet<BusinessModel> = new Set(['b2b', 'b2c', 'b2g', 'd2c']);
/** What also holds when a model does. */
const IMPLIED: Partial<Record<BusinessModel, BusinessModel>> = { d2c: 'b2c', saas: 'subscription' };

const WORDS: Record<BusinessModel, string> = {
  b2b: 'b2b|btob|business business|b2b2c|business customers|business clients|corporate customers|enterprise customers|enterprises|geschäftskund*|firmenkund*|unternehmenskund*|clients professionnels|entreprises clientes|clientes empresariales|clientes empresa|venta empresas|clienti aziendali|clienti business|clientes empresariais|clientes corporativos|zakelijke klanten|zakelijke markt|klienci biznesowi|klientów biznesowych|dla firm|sells businesses|sells companies',
  b2c: 'b2c|btoc|business consumer*|b2b2c|consumers|consumer|consumer brand|private customers|endkund*|privatkund*|endverbraucher*|verbraucher|konsument*|particuliers|grand public|consommateur*|consumidor*|consumidores finales|cliente final|clientes finales|particulares|consumator*|consumatori|privati|clienti privati|consumidores finais|pessoa física|particuliere klanten|consument*|klienci indywidualni|klientów indywidualnych|konsumen*',
  b2g: 'b2g|btog|business government*|b2a|government customers|sells government|public sector|government contract*|öffentliche hand|öffentliche auftraggeber|behördenkunden|secteur public|marchés publics|sector público|contratación pública|settore pubblico|pubblica amministrazione|setor público|publieke sector|overheid|sektor publiczny|zamówienia publiczne',
  d2c: 'd2c|dtc|direct consumer*|direct to consumer*|direktvertrieb endkunden|direktvertrieb an endkunden|vente directe consommateur*|venta directa consumidor*|vendita diretta consumator*|venda direta consumidor*|direct consument|bezpośrednio konsument*',
  marketplace: 'marketplace*|market place*|marktplatz*|marktplätze|*marktplatz|two sided market*|online marketplace|places marché|place marché|plateforme intermédiation|mercado línea|plataforma intermediación|marktplaats*|platforma handlowa|platforma sprzedażowa|two sided platform',
  saas: 'saas|software service|software subscription*|cloud software|software abo|logiciel service|logiciel mode saas|software como servicio|software come servizio|software como serviço|software als dienst|oprogramowanie jako usługa|paas|software licence subscription',
  subscription: 'subscription*|subscriptions|recurring revenue|arr|mrr|abonnement*|abo|abos|abomodell*|mitgliedschaft*|membership*|suscripción*|suscripciones|abbonament*|assinatura*|abonament*|subskrypc*|ingresos recurrentes|revenus récurrents|terugkerende inkomsten',
  services: 'service*|services|service provider*|professional services|agency|agencies|consulting|consultancy|project business|dienstleist*|*dienstleist*|agentur*|*agentur|beratung*|*beratung|projektgeschäft|prestation*|prestataire*|agence*|conseil|servicio*|agencia*|consultoría*|servizi*|servizio|agenzia*|consulenza*|serviço*|agência*|consultoria*|diensten|dienstverlen*|bureau|adviesbureau|usług*|agencja|doradztw*|outsourcing',
  manufacturing: 'manufactur*|maker|factory|production|oem|odm|produces|hersteller*|*hersteller|herstellung|fertigung*|produktion*|produzent*|produzierend*|industriebetrieb|fabricant*|fabrication|fabrikant*|fabricante*|fabricación|produttore|produttori|produzione|fabbricante|fabricação|indústria|fabrik*|producent*|producer|producers|produkcj*|vervaardig*|maakindustrie|industrial|industrie*|fabricator',
  wholesale: 'wholesal*|distributor*|distribution|reseller*|großhandel*|*großhandel|großhändler*|*großhändler|grosshandel*|grosshändler*|distribut*|distribuz*|distribuid*|wiederverkäufer*|grossiste*|commerce gros|négoce|revendeur*|mayorista*|comercio mayor|por mayor|revendedor*|grossist*|ingrosso|rivenditor*|atacad*|comércio grosso|groothand*|wederverkoper*|hurt|hurtow*|hurtowni*|value added reseller',
  retail: 'retail*|store|stores|shop|shops|brick mortar|ecommerce|e commerce|online shop|einzelhandel*|*einzelhandel|einzelhändler*|*einzelhändler|ladengeschäft*|filialen|filialist*|onlineshop|onlinehandel|versandhandel|commerce détail|magasin*|détaillant*|boutique*|commerce ligne|minorista*|comercio menor|por menor|tienda*|comercio electrónico|dettaglio|negozi|negozio|dettagliant*|commercio elettronico|varej*|retalh*|loja*|comércio eletrônico|detailhand*|winkel*|webwinkel*|webshop*|detaliczn*|sklep*',
  'non-profit': 'non profit*|nonprofit*|not profit*|ngo|ngos|charity|charities|charitable|501c3|foundation|association|gemeinnützig*|stiftung*|verein|vereine|non lucratif|but non lucratif|association loi 1901|ong|sin ánimo lucro|sin fines lucro|senza scopo lucro|no profit|onlus|terzo settore|sem fins lucrativos|terceiro setor|zonder winstoogmerk|stichting*|goed doel|goede doelen|organizacja pozarządowa|pozarządow*|fundacj*|stowarzyszen*|pożytku publicznego',
};

const SMALL = new Set('a an the to for of as in on at and und an die der das für et de des du d la le les en y e el los a al por per con di da do dla na i w ze het van voor op als'.split(' '));
// "B-to-B", "B 2 B", "business-to-business" are spelled in as many ways as there are companies
const LETTERS = /(?<![\p{L}\d])([bd])[\s-]*(?:2|to|two)[\s-]*([bcga])(?![\p{L}\d])/gu;
const LONGEST = 500;

let words: Lexicon<BusinessModel> | null = null;

/** The business models that a text names, in the order of BUSINESS_MODELS, with those that they imply (SaaS is a subscription); [] when it names none. */
export const modelsOf = remember(LONGEST, (text): readonly BusinessModel[] => {
  words ??= lexicon(Object.entries(WORDS) as [BusinessModel, string][], { skip: SMALL, best: 'longest' });
  const low = plain(text).replace(LETTERS, '$12$2').replace(/\be[-\u2010 ]commerce/g, 'ecommerce');
  const found = new Set(words.scan(wordsOf(writtenOut(low, words))).flatMap(({ meanings }) => meanings));
  for (const one of [...found]) if (IMPLIED[one]) found.add(IMPLIED[one]);
  return BUSINESS_MODELS.filter((one) => found.has(one));
});

/** Does naming one of these leave `other` out? "B2B" leaves out "B2C", but says nothing about "SaaS". */
export function leavesOut(named: readonly BusinessModel[], other: BusinessModel): boolean {
  return !named.includes(other) && named.some((one) => CUSTOMERS.has(one) === CUSTOMERS.has(other));
}
