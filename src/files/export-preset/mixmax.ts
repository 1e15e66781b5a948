import type { ExportPreset } from './preset.ts';
import { lacksEmail } from './row.ts';

/** Recipients of a sequence: the address, and each other column is a variable of its messages. */
export const preset: ExportPreset = {
  name: 'mixmax',
  label: 'Mixmax sequence recipients',
  sending: true,
  holds: 'people',
  needs: ['account'],
  lacks: lacksEmail,
  columns: [
    { name: 'Email', cell: ({ email }) => email },
    { name: 'Name', cell: ({ name }) => name },
    { name: 'First Name', cell: ({ first }) => first },
    { name: 'Last Name', cell: ({ last }) => last },
    { name: 'Company', cell: ({ company }) => company },
    { name: 'Title', cell: ({ entry }) => entry.prospect.fields.title?.value },
    { name: 'LinkedIn', cell: ({ linkedin }) => linkedin },
  ],
};
