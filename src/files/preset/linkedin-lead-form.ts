import type { Preset } from './preset.ts';

/** Leads of a LinkedIn lead generation form. */
export const preset: Preset = {
  name: 'linkedin-lead-form',
  label: 'LinkedIn lead form',
  marks: ['form name|lead form name|lead gen form name', 'submitted at|lead form submission time|lead submitted at|submission time|submitted|lead created at|created at', 'lead id|lead type|test lead|creative id|campaign name|campaign id|linkedin profile|linkedin profile url'],
  without: ['platform', 'is organic', 'gcl id', 'gclid'],
  columns: {
    'lead id|lead type|test lead|creative id|campaign id|campaign group name|account name|ad account|form id|owner|creative name': '',
    'submitted at|lead form submission time|lead submitted at|submission time|submitted|lead created at|created at': 'formFilledAt',
    'form name|lead form name|lead gen form name': 'sourceDetail', 'campaign name|campaign': 'campaign', 'first name': 'firstName', 'last name': 'lastName', 'full name': 'name',
    'email address|email': 'email', 'work email': 'email', 'phone number|phone|work phone number': 'phone', 'job title|title': 'title', 'company name|company': 'company',
    'company size': 'companySize', 'company industry|industry': 'companyIndustry', 'linkedin profile|linkedin profile url|linkedin url': 'linkedin', city: 'city',
    'state province|state': 'state', 'country region|country': 'country', 'degree|field of study|seniority|job function|function|postal zip code': '',
  },
  kind: 'lead',
  leadSource: 'paid ad',
};
