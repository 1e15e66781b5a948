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

/** What is said of a person, and the same said of a company. */
const COUNTERPART: { [P in Target]?: Target } = {
  name: 'company', website: 'companyWebsite', phone: 'companyPhone', linkedin: 'companyLinkedin', profile: 'companyProfile', industry: 'companyIndustry', about: 'companyAbout',
  location: 'companyLocation', city: 'companyCity', state: 'companyState', country: 'companyCountry',
};

/** What columns become once each row is a company: what said a person's website says the company's, unless another column does. */
export function targetsOfCompanies(targets: readonly Target[]): Target[] {
  return targets.map((target) => {
    const other = COUNTERPART[target];
    return other === undefined || targets.includes(other) ? target : other;
  });
}

/** The way back: what was made the company's is the person's again. `before` are the targets as they were recognised. */
export function targetsOfPeople(targets: readonly Target[], before: readonly Target[]): Target[] {
  return targets.map((target, at) => (COUNTERPART[before[at]!] === target ? before[at]! : target));
}

/** Is this a target? What was remembered may come from another version. */
export function isTarget(text: unknown): text is Target {
  return typeof text === 'string' && (ALL.has(text) || (text.startsWith('own:') && text.length > 4));
}
