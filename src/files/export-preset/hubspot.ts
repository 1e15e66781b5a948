import type { Prospect } from '../../domain/prospect.ts';
import type { ExportPreset } from './preset.ts';
import { countryName, lacksEmail, notesOf, website } from './row.ts';

/** HubSpot's own lead statuses; where a stage says nothing of them the cell stays empty, which leaves the record's own alone. */
const STATUS: { [stage in Prospect['stage']]?: string } = { new: 'New', working: 'Attempted to Contact', engaged: 'Connected', meeting: 'In Progress', nurture: 'Bad Timing', disqualified: 'Unqualified' };

/** Contacts by the English labels of their properties. There is none for "do not contact", and what lands there is written to: those are left out. */
export const preset: ExportPreset = {
  name: 'hubspot',
  label: 'HubSpot contacts',
  sending: true,
  holds: 'people',
  needs: ['account', 'notes'],
  // without one HubSpot makes a second record of somebody whom it knows
  lacks: lacksEmail,
  columns: [
    { name: 'Email', cell: ({ email }) => email },
    { name: 'First Name', cell: ({ first }) => first },
    { name: 'Last Name', cell: ({ last, first, name }) => last ?? (first ? undefined : name) },
    { name: 'Job Title', cell: ({ entry }) => entry.prospect.fields.title?.value },
    { name: 'Company Name', cell: ({ company }) => company },
    { name: 'Phone Number', cell: ({ phone }) => phone },
    { name: 'Website URL', cell: website },
    { name: 'Country/Region', cell: countryName },
    { name: 'LinkedIn URL', cell: ({ linkedin }) => linkedin },
    { name: 'Lifecycle Stage', cell: ({ entry }) => lifecycle(entry.prospect) },
    { name: 'Lead Status', cell: ({ entry }) => STATUS[entry.prospect.stage] },
    { name: 'Message', cell: notesOf },
  ],
};

function lifecycle({ stage, qualified = [] }: Prospect): string | undefined {
  if (stage === 'won') return 'Customer';
  if (stage === 'lost' || stage === 'disqualified') return undefined;
  if (stage === 'sales-ready' || qualified.some(({ step }) => step !== 'mql')) return 'Sales Qualified Lead';
  return qualified.length > 0 ? 'Marketing Qualified Lead' : 'Lead';
}
