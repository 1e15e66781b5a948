import type { Preset } from './preset.ts';

/** Leads of LinkedIn Sales Navigator with their addresses there. */
export const preset: Preset = {
  name: 'sales-navigator-leads',
  label: 'Sales Navigator lead list',
  marks: ['sales navigator url|sales navigator lead url|sales navigator profile url|linkedin sales navigator url|lead sales navigator url|sales navigator profile'],
  columns: {
    'full name|lead name|name': 'name', 'first name': 'firstName', 'last name': 'lastName', 'job title|title|current title': 'title', headline: 'headline',
    'company|company name|current company|account name': 'company', 'location|geography|lead location': 'location',
    'sales navigator url|sales navigator lead url|sales navigator profile url|linkedin sales navigator url|lead sales navigator url|sales navigator profile': 'profile',
    'linkedin url|linkedin profile url|profile url|linkedin': 'linkedin', 'company linkedin url|linkedin company url|company url': 'companyLinkedin',
    'sales navigator company url|sales navigator account url|company sales navigator url': 'companyProfile', 'company website|website': 'companyWebsite',
    'industry|company industry': 'companyIndustry', 'company size|company headcount|employee count': 'companySize', 'summary|about': 'about', 'email|email address': 'email',
    'lead list|list|list name': 'lists', notes: 'note', 'connection degree|tenure|date added|years in position': '',
  },
  leadSource: 'search',
};
