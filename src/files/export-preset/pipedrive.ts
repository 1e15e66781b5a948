import type { ExportPreset } from './preset.ts';
import { mayBeSentTo, notesOf, website } from './row.ts';

/** People with their organizations under the names that Pipedrive gives its own files, so that each column finds its field. "Do not contact" has none there: it is mapped to a field of the team's own. */
export const preset: ExportPreset = {
  name: 'pipedrive',
  label: 'Pipedrive people and organizations',
  sending: false,
  holds: 'people',
  needs: ['account', 'notes'],
  lacks: ({ name }) => (name === '' ? 'no-name' : undefined),
  columns: [
    { name: 'Person - Name', cell: ({ name }) => name },
    { name: 'Person - Email - Work', cell: ({ email }) => email },
    { name: 'Person - Phone - Work', cell: ({ phone }) => phone },
    { name: 'Person - Job title', cell: ({ entry }) => entry.prospect.fields.title?.value },
    { name: 'Person - LinkedIn profile', cell: ({ linkedin }) => linkedin },
    { name: 'Organization - Name', cell: ({ company }) => company },
    { name: 'Organization - Website', cell: website },
    { name: 'Note - Content', cell: notesOf },
    { name: 'Do not contact', cell: ({ entry }) => (mayBeSentTo(entry.prospect) ? undefined : 'yes') },
  ],
};
