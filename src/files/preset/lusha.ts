import type { Preset } from './preset.ts';

/** People as Lusha exports them. */
export const preset: Preset = {
  name: 'lusha',
  label: 'Lusha',
  marks: ['company name|company', 'private email|private email address|work email confidence|email confidence|phone 1 type|phone type 1|phone number 1 type', 'job title|title'],
  columns: {
    'first name': 'firstName', 'last name': 'lastName', 'full name|name': 'name', 'job title|title': 'title', 'company name|company': 'company',
    'company domain|domain|company website': 'companyDomain', 'work email|email|email 1|email address': 'email', 'private email|private email address|email 2': 'email',
    'phone 1|phone number 1|direct phone|direct': 'phone', 'phone 2|phone number 2|mobile phone|mobile': 'phone', 'phone 3|phone number 3': 'phone',
    'linkedin url|linkedin profile|linkedin': 'linkedin', 'company linkedin url|company linkedin': 'companyLinkedin',
    'company industry|company main industry|industry|main industry': 'companyIndustry', 'company size|employees|number of employees|company number of employees': 'companySize',
    'revenue|revenue range|company revenue': 'companyRevenue', 'company description': 'companyAbout', 'country|contact country': 'country', 'city|contact city': 'city',
    'state|contact state': 'state', 'company country': 'companyCountry', 'company city': 'companyCity', 'company state': 'companyState', 'company founded|year founded': 'companyFounded',
    tags: 'tags', 'lists|list|list name': 'lists', technologies: 'companyTechnologies',
    'seniority|department|departments|work email confidence|email confidence|private email confidence|phone 1 type|phone 2 type|phone type 1|phone type 2|phone number 1 type|phone number 2 type|sub industry|company sub industry': '',
    'do not call|phone 1 do not call': 'doNotCall',
  },
  leadSource: 'purchased list',
};
