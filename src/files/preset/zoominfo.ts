import type { Preset } from './preset.ts';

/** Contacts as ZoomInfo exports them. */
export const preset: Preset = {
  name: 'zoominfo',
  label: 'ZoomInfo contacts',
  marks: ['last name', 'zoominfo contact id|zoominfo company id|contact accuracy score', 'job title'],
  columns: {
    'last name': 'lastName', 'first name': 'firstName', 'middle name': 'middleName', 'salutation|suffix': '', 'job title': 'title', 'direct phone number': 'phone',
    'mobile phone|mobile': 'phone', 'company hq phone|company phone': 'companyPhone', 'email address': 'email', 'email domain': '', 'linkedin contact profile url': 'linkedin',
    'company name': 'company', website: 'companyWebsite', 'founded year': 'companyFounded', 'revenue in 000s usd|revenue in 000 s usd|revenue in 000s': 'companyRevenueThousands',
    employees: 'companySize', 'primary industry': 'companyIndustry', 'linkedin company profile url': 'companyLinkedin',
    'facebook company profile url|twitter company profile url': 'companyProfile', 'company city': 'companyCity', 'company state': 'companyState', 'company country': 'companyCountry',
    'person city': 'city', 'person state': 'state', country: 'country', 'supplemental email': 'email',
    'zoominfo contact id|zoominfo company id|job title hierarchy level|management level|job start date|job function|department|company division name|highest level of education|contact accuracy score|contact accuracy grade|zoominfo contact profile url|person street|person zip code|company description|revenue range in usd|employee range|sic codes|naics codes|industry hierarchical category|all industries|primary sub industry|zoominfo company profile url|company street address|company zip code|ticker|full address|ownership type|business model|certified active company|query name|last job change type|last job change date|previous job title|previous company name': '',
    'notice provided date': '', 'direct phone do not call|mobile phone do not call': 'doNotCall',
  },
  leadSource: 'purchased list',
};
