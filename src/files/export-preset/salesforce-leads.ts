import type { ExportPreset } from './preset.ts';
import { countryName, firstName, lastName, mayBeSentTo, notesOf, website } from './row.ts';

/** Leads by the labels that the Data Import Wizard knows; it takes none without last name and company. */
export const preset: ExportPreset = {
  name: 'salesforce-leads',
  label: 'Salesforce leads',
  sending: false,
  holds: 'people',
  needs: ['account', 'notes'],
  lacks: ({ name, company }) => (name === '' ? 'no-name' : company === undefined ? 'no-company' : undefined),
  columns: [
    { name: 'First Name', cell: firstName },
    { name: 'Last Name', cell: lastName },
    { name: 'Company', cell: ({ company }) => company },
    { name: 'Title', cell: ({ entry }) => entry.prospect.fields.title?.value },
    { name: 'Email', cell: ({ email }) => email },
    { name: 'Phone', cell: ({ phone }) => phone },
    { name: 'Website', cell: website },
    { name: 'Country', cell: countryName },
    { name: 'Industry', cell: ({ entry }) => entry.account?.fields.industry?.value },
    { name: 'No. of Employees', cell: ({ entry }) => entry.account?.fields.employees?.value },
    { name: 'Lead Source', cell: ({ entry }) => entry.prospect.leadSource },
    { name: 'Email Opt Out', cell: ({ entry }) => (mayBeSentTo(entry.prospect) ? '0' : '1') },
    { name: 'Description', cell: notesOf },
  ],
};
