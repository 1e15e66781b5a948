// What moves people, by keyboard: signals, leads, not now and the way back; and the undo of each.
import assert from 'node:assert/strict';
import * as linkedin from '../../../scripts/demo/linkedin.mjs';
import { people } from '../../../scripts/demo/people.mjs';
import { rows } from '../book.mjs';
import { bringIn } from '../bring-in.mjs';
import * as the from '../selectors.mjs';
import { until } from '../view.mjs';

const [ada] = people;
const DAY = 86_400_000;
const AT = 1_760_000_000_000;

const lead = (at, name, title, email) => {
  const field = (value) => ({ value, source: { kind: 'file', name: 'webinar.json' }, at: AT });
  return {
    id: `00000000-0000-7000-8000-00000000000${at}`, kind: 'lead', keys: [`email:${email}`], suggestions: {}, stage: 'new', tags: [], lists: [], leadSource: 'webinar', campaign: 'Spring', lead: { state: 'new', at: AT + at },
    fields: { name: field(name), title: field(title), company: field('Northwind Example'), emails: field([email, `old.${email}`]) }, createdAt: AT, updatedAt: AT,
  };
};
const leads = [lead(1, 'Lena Lead', 'Head of Marketing', 'lena@northwind.example'), lead(2, 'Spam Example', 'Student', 'spam@northwind.example')];

const person = async (session, name) => (await rows(session, 'prospects')).find(({ fields }) => fields.name.value === name);
const openFollowUps = async (session) => (await rows(session, 'followUps')).filter(({ open }) => open === 1);
const go = (panel, hash) => panel.evaluate((to) => { location.hash = to; document.activeElement?.blur?.(); }, hash);
const onList = (panel, names) => panel.until(([css, wanted]) => {
  const all = [...document.querySelectorAll(css)].map((one) => one.innerText);
  return all.length === wanted.length && wanted.every((name, at) => all[at].includes(name));
}, [the.inboxItem, names], `the inbox to hold ${names.join(', ') || 'nobody'}`);
const focused = (panel, css) => panel.until((wanted) => document.activeElement?.matches(wanted), css, `${css} to have the focus`);

export const steps = {
  'a signal noted on a person by one key waits in the inbox with why now, and the places count it': async (session, world) => {
    world.page = await session.openPage(linkedin.ADDRESS(ada));
    const panel = await session.openPanel(world.page);
    world.panel = panel;
    await panel.click(the.save);
    await panel.see(the.known);
    const { id } = await until(() => person(session, ada.name), 'Ada in the book');
    world.id = id;
    await go(panel, the.place('person', id));
    await panel.see('.moves');
    await panel.press('g');
    await focused(panel, the.signalText);
    await panel.fill(the.signalText, 'Opens a warehouse in Gdansk, 40 new jobs');
    await panel.fill(the.signalLink, 'https://news.example/gdansk');
    await panel.press('Enter');
    await panel.see(the.signal);
    await world.shot?.(panel, 'person-signal');
    await go(panel, '#/page');
    await panel.press('5');
    await onList(panel, [ada.name]);
    const text = await panel.text(the.inboxItem);
    for (const words of ['Hiring', 'Opens a warehouse in Gdansk', 'news.example', 'A team that grows']) assert.ok(text.includes(words), `${words} in ${text}`);
    assert.equal(await panel.text('nav a[href="#/inbox"] .count'), '1');
  },

  'f makes a follow-up for the morning, x leaves; undo of each puts the signal back': async (session, world) => {
    const { panel } = world;
    await world.shot?.(panel, 'signals');
    await panel.press('f');
    await onList(panel, []);
    await world.shot?.(panel, 'empty');
    const [planned] = await until(async () => { const all = await openFollowUps(session); return all.length === 1 && all; }, 'a follow-up');
    assert.match(planned.text, /Hiring: Opens a warehouse/);
    const now = await session.ask(() => Date.now());
    assert.ok(planned.dueAt > now && planned.dueAt < now + 2 * DAY, new Date(planned.dueAt).toISOString());
    assert.equal(await session.ask((at) => new Date(at).getHours(), planned.dueAt), 9);
    assert.equal((await person(session, ada.name)).signals[0].state, 'taken');
    await session.killWorker();
    await panel.press('u');
    await onList(panel, [ada.name]);
    assert.equal((await openFollowUps(session)).length, 0);
    await panel.press('x');
    await onList(panel, []);
    assert.equal((await person(session, ada.name)).signals[0].state, 'left');
    await panel.press('u');
    await onList(panel, [ada.name]);
    await panel.press('t');
    await onList(panel, []);
    const [due] = await openFollowUps(session);
    assert.ok(due.dueAt <= Date.now() + 1_000);
    await until(async () => await session.badge() === '1', 'the badge to count it');
  },

  'leads from a file wait as new: a accepts, x rejects with a reason; both can be taken back': async (session, world) => {
    const { panel } = world;
    await bringIn(panel, { prospects: leads }, 'webinar.json');
    await go(panel, the.place('inbox'));
    await onList(panel, ['Spam Example', 'Lena Lead']);
    await world.shot?.(panel, 'leads');
    await panel.press('x');
    await focused(panel, '[role=radio]');
    await panel.press('4');
    await focused(panel, '[type=submit]');
    await world.shot?.(panel, 'reject');
    await panel.press('Enter');
    await onList(panel, ['Lena Lead']);
    assert.deepEqual((({ stage, lead: { state, reason } }) => [stage, state, reason])(await person(session, 'Spam Example')), ['disqualified', 'rejected', 'student-or-job-seeker']);
    await panel.press('u');
    await onList(panel, ['Spam Example', 'Lena Lead']);
    await panel.press('j');
    await panel.press('a');
    await onList(panel, ['Spam Example']);
    const lena = await person(session, 'Lena Lead');
    assert.deepEqual([lena.kind, lena.lead.state, lena.lead.at > AT], ['both', 'accepted', true]);
    await panel.press('u');
    await onList(panel, ['Spam Example', 'Lena Lead']);
    assert.equal((await person(session, 'Lena Lead')).kind, 'lead');
    // on the page of the person, by the same keys
    await go(panel, the.place('person', leads[0].id));
    await panel.see(the.leadBanner);
    await panel.press('a');
    await panel.gone(the.leadBanner);
    assert.equal((await person(session, 'Lena Lead')).lead.state, 'accepted');
  },

  'not now asks why and until when; a date it does not understand is asked for again': async (session, world) => {
    const { panel } = world;
    await go(panel, the.place('person', world.id));
    await panel.see('.moves');
    const before = (await openFollowUps(session)).length;
    await panel.press('z');
    await focused(panel, '[role=radio]');
    await panel.press('2');
    await focused(panel, the.asideUntil);
    await panel.fill(the.asideUntil, 'after the holidays');
    await panel.press('Enter');
    await panel.until((css) => document.querySelector(css)?.getAttribute('aria-invalid') === 'true', the.asideUntil, 'the date to be asked for');
    assert.equal((await person(session, ada.name)).stage, 'new');
    await panel.fill(the.asideUntil, 'in 2 months');
    await world.shot?.(panel, 'not-now');
    await panel.press('Enter');
    await panel.see(the.asideBanner);
    const { stage, aside } = await person(session, ada.name);
    assert.deepEqual([stage, aside.reason, aside.from], ['nurture', 'no-budget', 'new']);
    assert.ok(aside.rescoreAt > aside.at && aside.rescoreAt < aside.resumeAt);
    const all = await openFollowUps(session);
    assert.equal(all.length, before + 1);
    assert.equal(all.find((one) => one.id === aside.followUpId).dueAt, aside.resumeAt);
    await session.killWorker();
    await go(panel, the.place('inbox'));
    await panel.click(the.inboxTab('back'));
    await onList(panel, [ada.name]);
    assert.match(await panel.text(the.inboxItem), /No budget/);
    await world.shot?.(panel, 'coming-back');
  },

  'w brings back to the stage before and closes the follow-up; undo puts it off again': async (session, world) => {
    const { panel } = world;
    const { aside: { followUpId } } = await person(session, ada.name);
    await panel.press('w');
    await onList(panel, []);
    const back = await person(session, ada.name);
    assert.deepEqual([back.stage, back.aside], ['new', undefined]);
    assert.ok(!(await openFollowUps(session)).some(({ id }) => id === followUpId));
    await panel.press('u');
    await onList(panel, [ada.name]);
    assert.equal((await person(session, ada.name)).stage, 'nurture');
    assert.ok((await openFollowUps(session)).some(({ id }) => id === followUpId));
    await panel.press('Enter');
    await panel.see(the.asideBanner);
    await panel.press('w');
    await panel.gone(the.asideBanner);
    assert.equal((await person(session, ada.name)).stage, 'new');
  },

  'a stage to the side takes effect at once and asks in place; nobody has to answer': async (session, world) => {
    const { panel } = world;
    await panel.choose(the.stage, 'nurture');
    await panel.see(the.asideForm);
    const { aside } = await until(async () => { const one = await person(session, ada.name); return one.stage === 'nurture' && one; }, 'Ada in nurture');
    assert.ok((await openFollowUps(session)).some(({ id, dueAt }) => id === aside.followUpId && dueAt === aside.resumeAt));
    await panel.press('Escape');
    await panel.see(the.asideBanner);
    await world.shot?.(panel, 'aside');
    await panel.choose(the.stage, 'disqualified');
    await panel.see(the.asideForm);
    await panel.press('6');
    await panel.press('Enter');
    await panel.until((css) => document.querySelector(css)?.innerText.includes('With a competitor'), the.asideBanner, 'the reason');
    assert.equal((await openFollowUps(session)).length, 0);
    await panel.press('w');
    await panel.gone(the.asideBanner);
    await panel.press('m');
    await until(async () => (await person(session, ada.name)).stage === 'working', 'one stage on');
  },

  'what works to reach somebody, where they came from and what was found out is kept': async (session, world) => {
    const { panel } = world;
    const [{ id }] = leads;
    await go(panel, the.place('person', id));
    await panel.see(the.contactPoint);
    await panel.clickNamed('lena@northwind.example bounces', 'main');
    await panel.until((css) => { const all = [...document.querySelectorAll(css)]; return all.length === 2 && all[1].querySelector('s')?.innerText === 'lena@northwind.example'; }, the.contactPoint, 'the bounced address to be struck and last');
    await panel.clickNamed('old.lena@northwind.example works', 'main');
    await until(async () => (await person(session, 'Lena Lead')).contactPoints?.['old.lena@northwind.example']?.state === 'verified', 'one verified');
    await panel.choose(the.preferredChannel, 'call');
    await panel.choose(the.leadSource, 'referral');
    await panel.evaluate(() => document.activeElement?.blur());
    await panel.press('i');
    await focused(panel, the.researchText);
    await panel.fill(the.researchText, 'Webinar leads go cold before sales calls');
    await panel.press('Control+Enter');
    await panel.see(the.researchNote);
    const lena = await person(session, 'Lena Lead');
    assert.deepEqual([lena.preferredChannel, lena.leadSource, lena.campaign, lena.research[0].text], ['call', 'referral', 'Spring', 'Webinar leads go cold before sales calls']);
    assert.deepEqual([(await person(session, ada.name)).leadSource, (await person(session, ada.name)).sourceDetail], ['profile page', 'linkedin.com']);
    await world.shot?.(panel, 'facts');
  },
};
