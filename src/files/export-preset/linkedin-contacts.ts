import type { ExportPreset } from './preset.ts';

/** The contact list of a matched audience: a row is found by its address, or by first and last name. The header must be exactly the template's. */
export const preset: ExportPreset = {
  name: 'linkedin-contacts',
  label: 'LinkedIn matched audience: contacts',
  sending: true,
  holds: 'people',
  needs: ['account'],
  lacks: ({ email, first, last }) => (email === undefined && (first === undefined || last === undefined) ? 'no-reach' : undefined),
  columns: [
    { name: 'email', cell: ({ email }) => email },
    { name: 'firstname', cell: ({ first }) => first },
    { name: 'lastname', cell: ({ last }) => last },
    { name: 'jobtitle', cell: ({ entry }) => entry.prospect.fields.title?.value },
    { name: 'employeecompany', cell: ({ company }) => company },
    { name: 'country', cell: ({ country }) => country },
    { name: 'googleaid', cell: () => undefined },
  ],
};
