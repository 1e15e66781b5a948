import type { Preset } from './preset.ts';

/** People as Paydirt itself writes them as CSV. */
export const preset: Preset = {
  name: 'paydirt',
  label: 'Paydirt CSV',
  marks: ['name', 'company domain', 'profiles', 'stage', 'coverage', 'icp', 'id'],
  columns: {
    name: 'name', 'first name|last name': '', headline: 'headline', title: 'title', company: 'company', 'company domain': 'companyDomain', location: 'location', emails: 'email',
    phones: 'phone', websites: 'website', profiles: 'profile', stage: 'stage', 'do not contact': 'doNotContact', tags: 'tags', lists: 'lists',
    'fit|coverage|icp|next follow up|source|updated|id': '', notes: 'note', 'lead source': 'leadSource', created: 'createdAt',
  },
};
