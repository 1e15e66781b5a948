// The rows of a run as text, as Markdown, and what they come to.

/** `ok`, or `over` its limit, or `under` the least it has to be; '' when there is neither. */
export function verdict({ value, limit, least }) {
  if (least !== undefined && value < least) return 'under';
  if (limit !== undefined && value > limit) return 'over';
  return limit === undefined && least === undefined ? '' : 'ok';
}

/** Does this row fail the run? Sizes, counts and ratios of one run do; milliseconds of this machine never do. */
export function fails(row) {
  return row.decides === true && verdict(row) !== 'ok' && verdict(row) !== '';
}

/** One line a number, then how each was taken. */
export function asText(rows) {
  const cells = rows.map((row, at) => [`${at + 1}`, row.name, number(row.value, row.unit), spread(row), limitOf(row), fails(row) ? 'FAIL' : verdict(row)]);
  const head = ['', 'number', 'value', 'middle half', 'limit', ''];
  const widths = head.map((title, column) => Math.max(title.length, ...cells.map((row) => row[column].length)));
  const line = (row) => row.map((cell, column) => (column === 1 || column === 5 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  ').trimEnd();
  return [line(head), ...cells.map(line), '', 'How each was taken', ...notes(rows).map(([numbers, how]) => `${numbers}: ${how}`)].join('\n');
}

/** The same as a page of documentation. */
export function asMarkdown(rows, { facts }) {
  const safe = (text) => text.replaceAll('|', '\\|');
  const table = rows.map((row, at) => `| ${at + 1} | ${safe(row.name)} | ${number(row.value, row.unit)} | ${spread(row)} | ${limitOf(row)} | ${fails(row) ? '**fail**' : verdict(row)} |`);
  return `# Benchmarks

Made by \`npm run bench -- --write\`; do not edit. ${facts}

Sizes, what is left running, wrong persons and ratios decide the exit code. Milliseconds are shown beside their limit and never fail a run:
they are this machine's. Each is a median of interleaved repeats; "middle half" is where the middle half of the repeats lies.

| | number | value | middle half | limit | |
|--:|---|--:|--:|--:|---|
${table.join('\n')}

## How each was taken

${notes(rows).map(([numbers, how]) => `* ${numbers}: ${safe(how)}.`).join('\n')}
`;
}

function limitOf({ limit, least, unit }) {
  if (least !== undefined) return `≥ ${number(least, unit, true)}`;
  return limit === undefined ? '' : `≤ ${number(limit, unit, true)}`;
}

function spread({ spread: ends, unit, n }) {
  return ends ? `${ends.map((end) => number(end, '')).join('–')} ${unit} (n ${n})` : '';
}

/** A value with its unit. */
export function number(value, unit, bare = false) {
  const digits = Number.isInteger(value) && (bare || unit === '' || unit.startsWith('of')) ? 0 : value < 10 ? 2 : 1;
  return `${value.toFixed(digits)}${unit ? ` ${unit}` : ''}`;
}

/** Each way of measuring once, with the numbers of the rows it goes for. */
function notes(rows) {
  const by = new Map();
  rows.forEach(({ how }, at) => by.set(how, [...(by.get(how) ?? []), at + 1]));
  return [...by].map(([how, numbers]) => [numbers.join(', '), how]);
}
