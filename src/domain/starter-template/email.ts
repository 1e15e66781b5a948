import type { StarterTemplate } from '../starter-template.ts';

/** Letters: one thought each, a subject that a colleague could have written. */
export const email: readonly StarterTemplate[] = [
  {
    id: 'starter-first-mail', name: 'First mail: one observation', kind: 'message', channel: 'email', needsLine: true,
    variants: [
      { subject: '{{company|your team}} and a question', body: 'Hi {{first_name}},\n\n{{line}}\n\nPeople in your role tell me about this: {{challenge|a good part of the week goes into work that nobody sees}}. What helped them: {{help|they started with the one step that hurt most}}.\n\nIs that worth fifteen minutes next week, or is something else more urgent right now?\n\n{{signature}}' },
      { subject: 'Wrong person, {{first_name}}?', body: 'Hi {{first_name}},\n\n{{line}}\n\nI am looking for whoever at {{company|your company}} would care about this: {{challenge|work that is still done by hand}}. If that is you, I have one idea that takes two minutes to read. If it is a colleague, a name would help me a lot.\n\n{{signature}}' },
    ],
  },
  {
    id: 'starter-second-mail', name: 'Second mail: something new', kind: 'message', channel: 'email', needsLine: true,
    variants: [{ subject: 'One more thought, {{first_name}}', body: 'Hi {{first_name}},\n\nno need to scroll back. {{line}}\n\nWhat I would try first in your place: {{help|take the one step that hurts most and measure it for two weeks}}.\n\nShould I write down how others did it? A “yes” is enough.\n\n{{signature}}' }],
  },
  {
    id: 'starter-referral', name: 'Introduced by somebody', kind: 'message', channel: 'email', needsLine: true,
    variants: [{ subject: '{{referred_by}} said we should talk', body: 'Hi {{first_name}},\n\n{{referred_by}} thought that we should know each other.\n\n{{line}}\n\nI do not know yet whether I can help. Fifteen minutes would tell us both. Does Tuesday or Thursday suit you better?\n\n{{signature}}' }],
  },
  {
    id: 'starter-meeting-mail', name: 'Before the meeting', kind: 'message', channel: 'email',
    variants: [{ subject: 'Our talk: what I would like to cover', body: 'Hi {{first_name}},\n\nso that your time is well spent, this is what I have in mind:\n\n1. How it works at {{company|your company}} today, and what it costs you\n2. What a good result would look like, and by when\n3. Whether it makes sense to go on, and who else should be in the room\n\nIs something missing that matters to you?\n\n{{signature}}' }],
  },
  {
    id: 'starter-ask-referral', name: 'Ask a customer for a name', kind: 'message', channel: 'email', needsLine: true,
    variants: [{ subject: 'A small favour, {{first_name}}', body: 'Hi {{first_name}},\n\n{{line}}\n\nIs there one person in another company who has the trouble that you had a year ago? I would write to them once, with your name only if you allow it.\n\n{{signature}}' }],
  },
  {
    id: 'starter-goodbye-mail', name: 'Last mail', kind: 'message', channel: 'email',
    variants: [
      { subject: 'Closing this, {{first_name}}', body: 'Hi {{first_name}},\n\nI have not heard from you, so I take it that the time is not right. I will not write again about this.\n\nIf that changes, one word is enough.\n\n{{signature}}' },
      { subject: 'Shall I stop?', body: 'Hi {{first_name}},\n\nwhich one is it?\n\n1. Not a topic for {{company|us}}\n2. Later: ask again in a quarter\n3. Somebody else looks after it\n\nA number is enough, and I will act on it.\n\n{{signature}}' },
    ],
  },
];
