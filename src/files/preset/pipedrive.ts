import type { Preset } from './preset.ts';

/** People as Pipedrive exports them: each header begins with what it is of. */
export const preset: Preset = {
  name: 'pipedrive',
  label: 'Pipedrive people',
  marks: ['person name|person first name', 'person email|person email work|person phone|person phone work|person organization|organization name|person id'],
  columns: {
    'person name': 'name', 'person first name': 'firstName', 'person last name': 'lastName', 'person email|person email work': 'email', 'person email home|person email other': 'email',
    'person phone|person phone work': 'phone', 'person phone home|person phone mobile|person phone other': 'phone', 'person organization|organization name': 'company',
    'person job title|person title': 'title', 'person label|person labels': 'tags', 'person notes|person note': 'note',
    'person person created|person created|person add time|person created date': 'createdAt', 'person last activity date|person last email sent': 'lastContactedAt',
    'person linkedin|person linkedin page|person linkedin profile|person linkedin url': 'linkedin', 'person postal address|person address|organization address': '',
    'person marketing status': 'consent', 'organization website|person website': 'companyWebsite', 'person location|person city': 'city',
    'person id|organization id|person owner|person open deals|person closed deals|person won deals|person lost deals|person next activity date|person total activities|person done activities|person activities to do|person update time|person visible to|person double opt in|person instant messenger|person birthday': '',
  },
};
