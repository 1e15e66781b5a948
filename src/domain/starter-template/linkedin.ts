import type { StarterTemplate } from '../starter-template.ts';

/** What is written on LinkedIn and X: short, about them, with one easy question. */
export const linkedin: readonly StarterTemplate[] = [
  {
    id: 'starter-invitation', name: 'Invitation: why you', kind: 'message', channel: 'linkedin', format: 'note', needsLine: true,
    variants: [
      { body: 'Hi {{first_name}}, {{line}} I follow how teams in your field handle this and would be glad to be connected.' },
      { body: 'Hi {{first_name}}, {{line}} No pitch: I would like to read more of what you write.' },
    ],
  },
  {
    id: 'starter-thanks', name: 'Thanks for connecting', kind: 'message', channel: 'linkedin', needsLine: true,
    variants: [{ body: 'Thanks for connecting, {{first_name}}.\n\n{{line}}\n\nI talk with many people in a role like yours. What takes up more of your week than it should at the moment?\n\n{{my_first_name}}' }],
  },
  {
    id: 'starter-trigger', name: 'Something just changed', kind: 'message', channel: 'linkedin', needsLine: true,
    variants: [
      { body: 'Hi {{first_name}},\n\n{{line}}\n\nWhen that happens, the next thing on the table is often this: {{challenge|what used to work no longer does}}. Is that so at {{company|your company}}, or do I have it wrong?\n\n{{my_first_name}}' },
      { body: 'Hi {{first_name}},\n\n{{line}}\n\nTwo teams in your place told me what they would do differently. Shall I send you the three points? No call needed.\n\n{{my_first_name}}' },
    ],
  },
  {
    id: 'starter-inmail', name: 'InMail: one question', kind: 'message', channel: 'linkedin', format: 'inmail', needsLine: true,
    variants: [
      { subject: 'A question about {{company|your team}}', body: 'Hi {{first_name}},\n\n{{line}}\n\nI ask because of one thing that I hear from people in your role: {{challenge|too much of the week goes to work that nobody sees}}. How do you handle that today?\n\nIf it is not a topic, a “no” is a fine answer.\n\n{{my_name}}' },
      { subject: '{{first_name}}, is this yours to decide?', body: 'Hi {{first_name}},\n\n{{line}}\n\nI would rather ask than guess: who at {{company|your company}} looks after this? If it is you, I have one question. If not, I will not bother you again.\n\n{{my_name}}' },
    ],
  },
  {
    id: 'starter-give', name: 'Give something first', kind: 'message', channel: 'linkedin', needsLine: true,
    variants: [{ body: 'Hi {{first_name}},\n\n{{line}}\n\nIt made me think of you; nothing to answer. If it helps, I have two more like it.\n\n{{my_first_name}}' }],
  },
  {
    id: 'starter-x', name: 'X: after a post', kind: 'message', channel: 'x', needsLine: true,
    variants: [{ body: 'Hi {{first_name|there}}, {{line}} May I ask how you came to that? I work on the same question from the other side.' }],
  },
  {
    id: 'starter-goodbye', name: 'Goodbye, door open', kind: 'message', channel: 'linkedin',
    variants: [{ body: 'Hi {{first_name}},\n\nI have written a few times, and silence is an answer too. I will leave it here.\n\nShould {{challenge|this topic}} come up one day, a single word is enough and I am back. All the best to you and the team at {{company|work}}.\n\n{{my_first_name}}' }],
  },
];
