import type { ExportPreset, ExportRow } from './preset.ts';

/** A list of customers for ads: found by address or telephone. Names only count beside a postal code, which the book does not have. */
export const preset: ExportPreset = {
  name: 'google-customer-match',
  label: 'Google Ads Customer Match',
  sending: true,
  holds: 'people',
  needs: [],
  lacks: (row) => (row.email === undefined && international(row) === undefined ? 'no-reach' : undefined),
  columns: [
    { name: 'Email', cell: ({ email }) => email },
    { name: 'Phone', cell: international },
  ],
};

/** Only a number with its country in front is matched. */
function international({ phone }: ExportRow): string | undefined {
  return phone?.startsWith('+') ? phone : undefined;
}
