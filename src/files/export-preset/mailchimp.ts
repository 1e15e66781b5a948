import { safeCell } from '../cell.ts';
import type { ExportPreset } from './preset.ts';
import { lacksEmail } from './row.ts';

/** An audience: only the address is asked for; tags stand in one cell with commas between, one that holds a comma in quotes. */
export const preset: ExportPreset = {
  name: 'mailchimp',
  label: 'Mailchimp audience',
  sending: true,
  holds: 'people',
  needs: ['account'],
  lacks: lacksEmail,
  columns: [
    { name: 'Email Address', cell: ({ email }) => email },
    { name: 'First Name', cell: ({ first }) => first },
    { name: 'Last Name', cell: ({ last }) => last },
    { name: 'Phone Number', cell: ({ phone }) => phone },
    { name: 'Company', cell: ({ company }) => company },
    { name: 'Job Title', cell: ({ entry }) => entry.prospect.fields.title?.value },
    { name: 'Tags', cell: ({ entry }) => entry.prospect.tags.map((tag) => (tag.includes(',') ? `"${tag.replaceAll('"', '')}"` : safeCell(tag))).join(',') },
  ],
};
