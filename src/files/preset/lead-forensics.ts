import type { Preset } from './preset.ts';

/** Companies that visited the website, as Lead Forensics names them. */
export const preset: Preset = {
  name: 'lead-forensics',
  label: 'Lead Forensics visitors',
  marks: ['business name|company name|company|organisation name', 'visit date|last visit|last visit date|date of visit|visit start|most recent visit|first visit date', 'page views|pages viewed|total page views|number of pages|pages visited|visits|total visits|visit duration'],
  columns: {
    'business name|company name|company|organisation name': 'company', 'website|web address|company website': 'companyWebsite', 'telephone|phone|telephone number': 'companyPhone',
    'industry|industry sector|sic description': 'companyIndustry', 'employees|number of employees|employee size|no of employees': 'companySize',
    'turnover|annual turnover|revenue': 'companyRevenue', 'town|city|town city': 'companyCity', 'county|state|county state': 'companyState', country: 'companyCountry',
    'linkedin|linkedin url|company linkedin': 'companyLinkedin', 'notes|note': 'note', 'tags|category|categories': 'tags',
    'visit date|last visit|last visit date|date of visit|visit start|most recent visit|first visit date|page views|pages viewed|total page views|number of pages|pages visited|visits|total visits|visit duration|address|address line 1|address line 2|postcode|post code|zip|lead score|sic code|assigned to|client owner': '',
    'referrer|referral source|source|referring site|traffic source': 'sourceDetail', 'keyword|search term|campaign': 'campaign',
  },
  holds: 'companies',
  kind: 'lead',
  leadSource: 'landing page',
};
