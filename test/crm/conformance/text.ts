import assert from 'node:assert/strict';
import type { Case } from './bench.ts';

const TEXTS: { [what: string]: string } = {
  'quotes, commas and brackets': 'O\'Hara "Kit", (the) [elder] {x}',
  'what looks like markup': 'A <b>&amp; B</b> & C > D',
  'letters with marks and emoji': 'Zoë Ñandú 👩‍💻',
  'writing from right to left': 'שלום عليكم',
  'three hundred letters': 'Long '.repeat(60).trim(),
  'characters of search patterns': '50%_of *all* \\ ; : | ? #',
};

export const TEXT: readonly Case[] = [
  ...Object.entries(TEXTS).map(([what, text]): Case => ({
    name: `a name with ${what} goes there once, comes back alike, and is not changed here`,
    why: 'Texts go through queries, addresses, JSON and HTML on their way; what a CRM cuts is its own affair.',
    from: 'twenty 13, 28; espocrm 04, 28; odoo 28',
    run: async ({ device, person, people, rest }) => {
      const rep = device();
      rep.add('prospect', 'ada', person(text, { emails: [], linkedin: null }));
      await rep.sync();
      const refused = rep.book.marks.get('prospect ada')?.refused;
      // what is too long may be refused, in words
      assert.ok(refused === undefined || (text.length > 255 && refused !== ''), `the CRM refuses it: ${refused}`);
      await rest(rep);
      assert.equal((await people()).length, refused ? 0 : 1);
      assert.equal(rep.row('prospect', 'ada').values['firstName'], text, 'the name was changed here');
      rep.edit('prospect', 'ada', { about: 'An edit of something else' });
      await rest(rep);
      assert.equal(rep.row('prospect', 'ada').values['firstName'], text, 'the name was changed here');
    },
  })),
  {
    name: 'a company with any characters in its name is found again',
    why: 'Lookups quote, or are cut at a comma or a bracket.',
    from: 'facts 2 (read); twenty 13; espocrm 14, 16',
    needs: ({ kinds }) => kinds.account !== undefined,
    run: async ({ device, company, person, outsider, marker, rest }) => {
      const name = ' O\'Hara, "Sons" & Co. (Berlin) [100%]';
      for (const which of ['A', 'B']) {
        const rep = device(which);
        if (which === 'B') rep.pullNothing();
        rep.add('account', `acme${which}`, company(name, { domain: null }));
        rep.add('prospect', `p${which}`, person(`Ada${which}`, { account: `acme${which}` }));
        await rest(rep);
      }
      assert.equal((await outsider.companies()).filter((one) => one.name.startsWith(marker) && !one.deleted).length, 1);
    },
  },
  {
    name: 'odd e-mails and profile addresses are looked up without a fault',
    why: 'A plus, an apostrophe, a percent sign or a bracket must not end a query.',
    from: 'twenty 12, 13; espocrm 12, 13',
    run: async ({ device, person, people, rest, marker }) => {
      const slug = marker.toLowerCase();
      const odd: [string, string][] = [[`ada+sales.${slug}@example.com`, 'ada-%28x%29'], [`o'hara.${slug}@example.com`, 'zo%C3%AB'], [`a_b-c.${slug}@example.com`, 'a,b(c)']];
      let refused = 0;
      for (const which of ['A', 'B']) {
        const rep = device(which);
        if (which === 'B') rep.pullNothing();
        odd.forEach(([email, path], at) => rep.add('prospect', `${which}${at}`, person(`Ada${'abc'[at]!}`, { emails: [email], linkedin: `https://www.linkedin.com/in/${path}-${slug}` })));
        await rest(rep);
        // what is an address is the CRM's to say
        refused = [...rep.book.marks.values()].filter((mark) => mark.refused).length;
      }
      assert.equal((await people()).length, odd.length - refused);
      assert.ok(refused < odd.length);
    },
  },
];
