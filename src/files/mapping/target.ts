/** What of a person a column can become. `firstName`, `middleName` and `lastName` make the name; `city`, `state` and `country` the place. */
export const PERSON_TARGETS = [
  'name', 'firstName', 'middleName', 'lastName', 'email', 'phone', 'title', 'headline', 'company', 'linkedin', 'profile', 'website', 'location', 'city', 'state', 'country',
  'pronouns', 'about', 'school', 'industry', 'handle', 'note', 'tags', 'lists',
] as const;

/** What of the company. */
export const COMPANY_TARGETS = [
  'companyDomain', 'companyWebsite', 'companyIndustry', 'companySize', 'companyRevenue', 'companyRevenueThousands', 'companyModel', 'companyTechnologies', 'companyLocation', 'companyCity', 'companyState', 'companyCountry', 'companyFounded', 'companyAbout', 'companyPhone', 'companyLinkedin', 'companyProfile',
] as const;

/** What of the lead: where it came from, how far it is, what it has allowed. `formFilledAt` and the like are contacts that the file tells of. */
export const LEAD_TARGETS = [
  'leadSource', 'sourceDetail', 'campaign', 'kind', 'stage', 'createdAt', 'formFilledAt', 'connectedAt', 'lastContactedAt', 'consent', 'consentAt', 'optOut', 'optOutAt', 'doNotCall', 'doNotContact',
] as const;

/** What a column becomes: a field, one of the rep's own by its name, or nothing (''). */
export type Target = (typeof PERSON_TARGETS)[number] | (typeof COMPANY_TARGETS)[number] | (typeof LEAD_TARGETS)[number] | `own:${string}` | '';

/** Targets whose cells are moments. */
export const TIME_TARGETS: ReadonlySet<string> = new Set<Target>(['createdAt', 'formFilledAt', 'connectedAt', 'lastContactedAt', 'consentAt', 'optOutAt']);

const OF_COMPANY: ReadonlySet<string> = new Set<Target>(['company', ...COMPANY_TARGETS, 'tags', 'doNotCall']);
const ALL: ReadonlySet<string> = new Set([...PERSON_TARGETS, ...COMPANY_TARGETS, ...LEAD_TARGETS, '']);

/** What of a row a company without a person can hold. */
export function isOfCompany(target: Target): boolean {
  return OF_COMPANY.has(target) || target.startsWith('own:');
}

/** Is this a target? What was remembered may come from another version. */
export function isTarget(text: unknown): text is Target {
  return typeof text === 'string' && (ALL.has(text) || (text.startsWith('own:') && text.length > 4));
}
