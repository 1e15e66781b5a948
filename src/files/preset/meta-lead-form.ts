import type { Preset } from './preset.ts';

/** Leads of a Facebook or Instagram form; Meta writes tabs and UTF-16, whatever the name of the file says. */
export const preset: Preset = {
  name: 'meta-lead-form',
  label: 'Meta (Facebook) lead form',
  marks: ['created time', 'form id|form name', 'is organic|ad id|ad name|platform'],
  columns: {
    'id|ad id|adset id|campaign id|form id|is organic|inbox url|retailer item id|platform': '', 'created time': 'formFilledAt', 'ad name': '', 'adset name': '', 'campaign name': 'campaign',
    'form name': 'sourceDetail', 'full name|vollstandiger name|nom complet|nombre completo|nome completo|volledige naam': 'name', 'first name|vorname|prenom|voornaam': 'firstName',
    'last name|nachname|nom de famille|apellido|achternaam|sobrenome|cognome': 'lastName', 'email|e mail|e mail adresse|correo electronico': 'email', 'work email': 'email',
    'phone number|phone|telefonnummer|numero de telefono|numero de telephone': 'phone', 'work phone number': 'phone', 'company name|company|unternehmen|unternehmensname': 'company',
    'job title|berufsbezeichnung': 'title', 'city|stadt': 'city', 'state|province|bundesland': 'state', 'country|land': 'country',
    'zip code|post code|postal code|street address|date of birth|gender|lead status': '',
  },
  kind: 'lead',
  leadSource: 'paid ad',
};
