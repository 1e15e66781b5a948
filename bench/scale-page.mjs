// What the scale part measured, as a page and a drawing.
import { number } from './table.mjs';

const WIDTH = 360, HEIGHT = 220, EDGE = { left: 52, right: 34, top: 34, bottom: 30 };
/** What is drawn: the cost against the number of people. */
const DRAWN = ['opened until usable', 'a letter typed until the results, p95', 'memory of the panel', 'a segment counted, p95'];

/** A page of documentation of these rows, with the drawing beside it. */
export function scalePage(rows, { facts }) {
  const { sizes, whats, at } = byWhat(rows);
  const limit = (what) => { const row = rows.find((one) => one.what === what && one.limit !== undefined && one.people === sizes.at(-1)); return row ? `≤ ${number(row.limit, row.unit, true)}` : ''; };
  const lines = whats.map((what) => `| ${what} | ${sizes.map((size) => { const row = at(what, size); return row ? number(row.value, row.unit) : ''; }).join(' | ')} | ${limit(what)} |`);
  const notes = new Map(rows.map(({ what, how }) => [what, how]));
  return `# What a big book costs

Made by \`npm run bench -- --only scale --write\`; do not edit. ${facts}

![Cost against the number of people](scale.svg)

| | ${sizes.map((size) => `${size.toLocaleString('en')} people`).join(' | ')} | limit |
|---|${sizes.map(() => '--:').join('|')}|--:|
${lines.join('\n')}

Limits are those for the biggest book. Milliseconds are this machine's, at the load that is named above.

${[...notes].map(([what, how]) => `* ${what}: ${how}.`).join('\n')}
`;
}

/** The drawing: one plane for each of what is drawn, people on a logarithmic scale. */
export function scaleDrawing(rows) {
  const { sizes, at } = byWhat(rows);
  const planes = DRAWN.map((what, index) => plane(what, sizes.map((size) => at(what, size)).filter(Boolean), (index % 2) * WIDTH, Math.floor(index / 2) * HEIGHT));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH * 2} ${HEIGHT * 2}" font-family="system-ui, sans-serif" font-size="11" role="img" aria-label="Cost against the number of people">
<rect width="100%" height="100%" fill="#fff"/>
${planes.join('\n')}
</svg>
`;
}

function plane(what, rows, left, top) {
  const { unit, limit } = rows.find((row) => row.limit !== undefined) ?? rows[0] ?? { unit: '' };
  const most = niceAbove(Math.max(...rows.map(({ value }) => value), limit ?? 0));
  const [first, last] = [Math.log10(rows[0]?.people ?? 1), Math.log10(rows.at(-1)?.people ?? 10)];
  const x = (people) => EDGE.left + ((Math.log10(people) - first) / (last - first || 1)) * (WIDTH - EDGE.left - EDGE.right);
  const y = (value) => HEIGHT - EDGE.bottom - (value / most) * (HEIGHT - EDGE.top - EDGE.bottom);
  const grid = [0, 0.5, 1].map((share) => `<line x1="${EDGE.left}" x2="${WIDTH - EDGE.right}" y1="${y(most * share)}" y2="${y(most * share)}" stroke="#ddd"/><text x="${EDGE.left - 6}" y="${y(most * share) + 4}" text-anchor="end" fill="#666">${short(most * share)}</text>`);
  const ticks = rows.map(({ people }) => `<text x="${x(people)}" y="${HEIGHT - 10}" text-anchor="middle" fill="#666">${people.toLocaleString('en')}</text>`);
  const bound = limit === undefined ? '' : `<line x1="${EDGE.left}" x2="${WIDTH - EDGE.right}" y1="${y(limit)}" y2="${y(limit)}" stroke="#b3261e" stroke-dasharray="4 4"/><text x="${WIDTH - EDGE.right}" y="${y(limit) - 4}" text-anchor="end" fill="#b3261e">limit ${short(limit)}</text>`;
  const points = rows.map((row) => [x(row.people).toFixed(1), y(row.value).toFixed(1), row]);
  const line = `<polyline points="${points.map(([px, py]) => `${px},${py}`).join(' ')}" fill="none" stroke="#b45309" stroke-width="2"/>`;
  const dots = points.map(([px, py, { value }]) => `<circle cx="${px}" cy="${py}" r="3.5" fill="#b45309"/><text x="${px}" y="${Number(py) - 8}" text-anchor="middle" font-weight="600">${short(value)}</text>`);
  return `<g transform="translate(${left} ${top})"><text x="${EDGE.left}" y="16" font-weight="600">${what} (${unit})</text>${[...grid, bound, ...ticks, line, ...dots].join('')}</g>`;
}

function byWhat(rows) {
  const sizes = [...new Set(rows.map(({ people }) => people))].toSorted((a, b) => a - b);
  return { sizes, whats: [...new Set(rows.map(({ what }) => what))], at: (what, size) => rows.find((row) => row.what === what && row.people === size) };
}

/** The next of 1, 2, 5, 10 … that is not less. */
function niceAbove(value) {
  const power = 10 ** Math.floor(Math.log10(value || 1));
  return [1, 2, 5, 10].map((one) => one * power).find((one) => one >= value * 1.05) ?? power * 20;
}

function short(value) {
  return value >= 100 ? Math.round(value).toLocaleString('en') : String(Math.round(value * 10) / 10);
}
