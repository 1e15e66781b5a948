import type { Preset } from './preset.ts';

/** Contacts as Cognism exports them. */
export const preset: Preset = {
  name: 'cognism',
  label: 'Cognism',
  marks: ['job title', 'company name', 'office phone|office phone number|direct phone 1|direct dial 1|mobile phone 1|mobile 1', 'zip code|street|company hq phone|direct phone|mobile phone|hq phone'],
  without: ['zoominfo contact id', 'apollo contact id', 'company name for emails', 'private email'],
  columns: {
    'first name': 'firstName', 'last name': 'lastName', 'full name': 'name', 'job title': 'title', 'email|email address|work email|email 1': 'email', 'email 2': 'email',
    'mobile phone|mobile phone 1|mobile 1|mobile phone 2|mobile 2': 'phone', 'direct phone|direct phone 1|direct dial 1|direct dial': 'phone', 'office phone|office phone number': 'phone',
    'hq phone|company hq phone|company phone': 'companyPhone', 'linkedin url|person linkedin url|linkedin|contact linkedin url': 'linkedin', 'company name': 'company',
    'website|company website|domain': 'companyWebsite', industry: 'companyIndustry', 'headcount|company size|employees': 'companySize', 'revenue|company revenue': 'companyRevenue',
    'company linkedin url|linkedin company url': 'companyLinkedin', 'company description|description': 'companyAbout', technologies: 'companyTechnologies', founded: 'companyFounded',
    city: 'city', state: 'state', country: 'country', 'company city': 'companyCity', 'company state': 'companyState', 'company country': 'companyCountry',
    'do not call|dnc|mobile phone dnc|mobile phone 1 dnc': 'doNotCall',
    'street|zip code|seniority|management level|job function|department|email quality|email grade|sic|naics|isic|region': '',
  },
  leadSource: 'purchased list',
};
