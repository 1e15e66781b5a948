import type { Preset } from './preset.ts';

/** Requests for quotation and visitors from Thomasnet. */
export const preset: Preset = {
  name: 'thomasnet',
  label: 'Thomasnet inquiries',
  marks: ['company|company name|buyer company', 'rfi date|inquiry date|date of inquiry|rfq date|rfi id|rfq id|inquiry id|thomas id|thomasnet category|thomas category|product category|webtrax score', 'first name|name|contact name|full name|buyer name|email|email address'],
  without: ['subscribed at', 'zoominfo contact id'],
  columns: {
    'company|company name|buyer company': 'company', 'name|contact name|full name|buyer name': 'name', 'first name': 'firstName', 'last name': 'lastName',
    'title|job title|job function': 'title', 'email|email address': 'email', 'phone|phone number|telephone': 'phone', 'website|company website|web site': 'companyWebsite',
    'industry|buyer industry|primary industry': 'companyIndustry', 'employees|company size|number of employees': 'companySize', city: 'city', 'state|state province': 'state',
    country: 'country', 'thomasnet category|thomas category|product category|category': 'tags', 'message|inquiry|inquiry message|comments|project description|description': 'note',
    'rfi date|inquiry date|date of inquiry|rfq date|date': 'formFilledAt',
    'rfi id|rfq id|inquiry id|thomas id|webtrax score|zip|zip code|postal code|address|quantity|annual volume|read|responded': '',
  },
  kind: 'lead',
  leadSource: 'search',
};
