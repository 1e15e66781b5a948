// Fills the book of a running browser with the extension's own storage code.
import { asScript } from '../scripts/bundle.mjs';
import { person } from './page.mjs';

let code;

/** Writes `count` fictional people into the book of this browser; `due` of them with a follow-up that is due, when it is given. */
export async function fillBook({ control }, count, due) {
  code ??= await asScript('bench/fill.ts', 'benchFill');
  const people = Array.from({ length: count }, (_, at) => person(at));
  // a function of this text: the page's own policy binds what it loads, not what the debugger runs
  const written = await control.evaluate(`(async () => { ${code}; return benchFill.fill(${JSON.stringify(people)}${due === undefined ? '' : `, ${due}`}); })()`);
  if (written !== count) throw new Error(`the book holds ${written} people, not ${count}`);
}
