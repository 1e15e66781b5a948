import type { Preset } from './preset.ts';

/** People captured with LeadIQ. */
export const preset: Preset = {
  name: 'leadiq',
  label: 'LeadIQ',
  marks: ['work email|verified work email', 'personal email|personal email 1', 'title|job title', 'company|company name', 'linkedin url|linkedin profile|linkedin'],
  without: ['private email'],
  columns: {
    'name|full name': 'name', 'first name': 'firstName', 'last name': 'lastName', 'title|job title': 'title', 'company|company name': 'company', 'company domain|domain': 'companyDomain',
    'company website': 'companyWebsite', 'work email|verified work email': 'email', 'personal email|personal email 1': 'email', 'direct phone|direct dial': 'phone',
    'mobile phone|mobile|personal phone': 'phone', 'work phone': 'phone', 'company phone|hq phone': 'companyPhone', 'linkedin url|linkedin profile|linkedin': 'linkedin',
    'company linkedin|company linkedin url|linkedin company url': 'companyLinkedin', 'company industry|industry': 'companyIndustry',
    'company size|employee count|company employee count': 'companySize', 'company revenue': 'companyRevenue', location: 'location', city: 'city', state: 'state', country: 'country',
    'company location|company address|company headquarters': 'companyLocation', 'company city': 'companyCity', 'company country': 'companyCountry',
    'technologies|company technologies': 'companyTechnologies', 'campaign|campaign name': 'lists', 'captured at|capture date|date captured': 'createdAt', 'note|notes': 'note',
    'work email status|work email verification|personal email status|seniority|department|role|company description|lead owner|captured by': '',
  },
};
