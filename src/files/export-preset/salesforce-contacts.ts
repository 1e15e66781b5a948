import type { ExportPreset } from './preset.ts';
import { countryName, firstName, lastName, mayBeSentTo, notesOf, website } from './row.ts';

/** Contacts with their accounts by the labels that the import wizards know; none is taken without a last name, and one without an account is nobody's to see but its owner's. */
export const preset: ExportPreset = {
  name: 'salesforce-contacts',
  label: 'Salesforce contacts and accounts',
  sending: false,
  holds: 'people',
  needs: ['account', 'notes'],
  lacks: ({ name, company }) => (name === '' ? 'no-name' : company === undefined ? 'no-company' : undefined),
  columns: [
    { name: 'First Name', cell: firstName },
    { name: 'Last Name', cell: lastName },
    { name: 'Account Name', cell: ({ company }) => company },
    { name: 'Title', cell: ({ entry }) => entry.prospect.fields.title?.value },
    { name: 'Email', cell: ({ email }) => email },
    { name: 'Business Phone', cell: ({ phone }) => phone },
    { name: 'Mailing Country', cell: countryName },
    { name: 'Website', cell: website },
    { name: 'Industry', cell: ({ entry }) => entry.account?.fields.industry?.value },
    { name: 'Lead Source', cell: ({ entry }) => entry.prospect.leadSource },
    { name: 'Email Opt Out', cell: ({ entry }) => (mayBeSentTo(entry.prospect) ? '0' : '1') },
    { name: 'Contact Description', cell: notesOf },
  ],
};
