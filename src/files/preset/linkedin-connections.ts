import type { Preset } from './preset.ts';

/** Connections.csv of the data that LinkedIn lets its members download; notes stand above the header. */
export const preset: Preset = {
  name: 'linkedin-connections',
  label: 'LinkedIn connections',
  marks: ['first name', 'last name', 'connected on'],
  columns: {
    'first name': 'firstName', 'last name': 'lastName', url: 'linkedin', 'email address': 'email', company: 'company', position: 'title', 'connected on': 'connectedAt',
  },
  leadSource: 'social',
};
