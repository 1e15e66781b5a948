import type { StarterTemplate } from '../starter-template.ts';

/** What is said, and what a meeting is to bring: headings, and points to tick off. */
export const call: readonly StarterTemplate[] = [
  {
    id: 'starter-call', name: 'First call', kind: 'call-script', channel: 'call',
    variants: [{ body: '# Opening\nThis is {{my_name|…}} from {{my_company|…}}. You do not know me: have you got half a minute for why I call, and then you say whether we go on?\n- Wait for the yes\n# Why you\n{{signal|I saw what your team does.}}\nPeople in your role tell me about this: {{challenge|work that nobody sees and everybody waits for}}.\n- Is that so for you, or is it something else?\n# Ask, then listen\n- How do you do that today?\n- What happens when it goes wrong?\n- Who else feels it?\n- What have you tried?\n# If it fits\n- What would make fifteen minutes worth it for you?\n- Day and time; who else should be there?\n# If not\n- May I ask again, and when?\n- Who would know more?\n# Voicemail\n{{first_name|Hello}}, {{my_name|…}} here. One question about {{company|your company}}: how you handle {{challenge|this}} today. I write you two lines; no need to call back.' }],
  },
  {
    id: 'starter-text', name: 'Text after a missed call', kind: 'message', channel: 'call', format: 'sms',
    variants: [{ body: 'Hi {{first_name}}, {{my_name}} here, I just tried to reach you. One question, two minutes. Is later today better, or shall I write instead?' }],
  },
  {
    id: 'starter-discovery', name: 'Discovery meeting', kind: 'agenda', channel: 'meeting',
    variants: [{ body: '# Before\n- Read the notes on {{full_name}} and {{company|the company}}\n- One thing to give, whatever comes of it\n# Open (5 min)\n- How long have we got; what would make it worth your time?\n- Agree on the end: go on, later, or no\n# How it is today (10 min)\n- Walk me through the last time\n- What does it cost: time, money, people?\n- What happens if nothing changes?\n# How it should be (5 min)\n- What would good look like, and how would you measure it?\n- By when, and what makes that date?\n# Who and how (5 min)\n- Who else has to agree, and what do they care about?\n- How did you buy the last thing of this kind?\n- Is there a budget, or does one have to be found?\n# Close (5 min)\n- Say back what I heard\n- Next step with a date, in both calendars\n# After\n- Notes and next step written down the same day' }],
  },
  {
    id: 'starter-review', name: 'Meeting with those who decide', kind: 'agenda', channel: 'meeting',
    variants: [{ body: '# Before\n- Ask {{first_name|my contact}}: who comes, what does each want to hear?\n- Send one page the day before\n# Open\n- Round: what does each need to know to say yes or no?\n# What we understood\n- The trouble, in their words: {{challenge|…}}\n- What it costs, in their number\n# What we propose\n- One way, not three: {{help|…}}\n- What we need from them\n# Doubts\n- What would keep you from doing this?\n- What did we not ask?\n# Decision\n- Who decides, by when, and what is missing until then?\n- Next step with a date' }],
  },
];
