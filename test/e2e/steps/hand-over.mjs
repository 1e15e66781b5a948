// Giving somebody to who closes: a gate that warns, the packet as a file and as a note, and the answer.
import assert from 'node:assert/strict';
import * as linkedin from '../../../scripts/demo/linkedin.mjs';
import { people } from '../../../scripts/demo/people.mjs';
import { rows } from '../book.mjs';
import * as the from '../selectors.mjs';
import { until } from '../view.mjs';

const [ada] = people;
const person = async (session) => (await rows(session, 'prospects')).find(({ fields }) => fields.name.value === ada.name);
const go = (panel, hash) => panel.evaluate((to) => { location.hash = to; document.activeElement?.blur?.(); }, hash);

export const steps = {
  'handing over too early is warned of, and done with a reason; the packet is kept as a note': async (session, world) => {
    const page = await session.openPage(linkedin.ADDRESS(ada));
    const panel = await session.openPanel(page);
    world.panel = panel;
    await panel.click(the.save);
    await panel.see(the.known);
    const { id } = await until(() => person(session), 'Ada in the book');
    world.id = id;
    await go(panel, the.place('person', id));
    await panel.see('.moves');
    await panel.press('O');
    await panel.see(the.handOverGate);
    assert.equal(await panel.evaluate((css) => document.querySelector(css).disabled, the.handOverNote), true);
    await panel.fill(the.handOverTo, 'Casey Closer');
    await panel.fill(the.handOverWhy, 'The board has asked for us');
    await world.shot?.(panel, 'gate');
    const packet = await panel.value(the.handOverPacket);
    for (const words of [`# Hand-over: ${ada.name}`, 'Handed to Casey Closer', 'The board has asked for us', '## BANT', '**Budget:** unknown', '## Buying committee', '## Timeline', '## Open questions', '## Next step']) assert.ok(packet.includes(words), `${words} in ${packet}`);
    await panel.click(the.handOverNote);
    await panel.see(the.handOverState);
    const { handOver } = await person(session);
    assert.deepEqual([handOver.to, handOver.state, handOver.override], ['Casey Closer', 'offered', 'The board has asked for us']);
    assert.ok((await rows(session, 'notes')).some(({ text }) => text.startsWith('# Hand-over')));
  },

  'the packet is a Markdown file too; the answer is dated': async (session, world) => {
    const { panel } = world;
    const { name, text } = await panel.download(() => panel.click(the.handOverSave));
    assert.match(name, /^hand-over-.*\.md$/);
    assert.ok(text.startsWith('# Hand-over'));
    await panel.click(the.handOverAccepted);
    await until(async () => (await person(session)).handOver.state === 'accepted', 'an accepted hand-over');
    assert.ok((await person(session)).handOver.answeredAt > 0);
    await world.shot?.(panel, 'accepted');
  },
};
