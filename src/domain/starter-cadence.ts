import type { CadenceStep, StepKind } from './cadence.ts';
import { type CadenceEdit, channelOf } from './cadence-edit.ts';

type Line = readonly [kind: StepKind, days: number, text: string, channel?: string];

function starter(id: string, name: string, priorities: CadenceEdit['priorities'], lines: readonly Line[]): CadenceEdit & { id: string } {
  const steps = lines.map(([kind, days, text, channel = channelOf(kind)], at): CadenceStep => ({ id: `${id}-${at + 1}`, kind, channel, days, business: true, text }));
  return { id, name, priorities, steps };
}

/** Cadences to begin with; the same ids on every machine. */
export const STARTER_CADENCES: readonly (CadenceEdit & { id: string })[] = [
  starter('starter-cadence-warm', 'Warm first, then ask', ['P1', 'P2'], [
    ['viewed', 0, 'Read the profile and the last three posts; note one thing that is worth an answer'],
    ['followed', 1, 'Follow; no request to connect yet'],
    ['commented', 2, 'Comment on a post with something it lacks: a number, a counter-example, a real question'],
    ['ask', 2, 'Ask to connect, with a line on what you both work on; offer nothing yet'],
    ['message', 3, 'Say thank you, and ask one question about their problem, none about your product'],
    ['email', 4, 'Send the one page that answers what you found, and say what it means for them'],
    ['call', 3, 'Call: name the mail, ask for fifteen minutes on a day that you propose'],
    ['shared', 5, 'Share something of theirs with a thought of your own above it'],
    ['breakup', 6, 'Close the file kindly: you stop here, and one thing for which it is worth coming back', 'email'],
  ]),
  starter('starter-cadence-inbound', 'They came to us', [], [
    ['call', 0, 'Call while it is fresh: ask what made them look, and why now'],
    ['email', 0, 'Missed them? Two lines: what they asked for, and two times to talk'],
    ['call', 1, 'Call again at another time of day'],
    ['message', 2, 'Write where they are active; refer to what they came for', 'linkedin'],
    ['email', 3, 'Send how somebody like them solved it, in five lines'],
    ['breakup', 5, 'Ask whether it is still a topic; say that you stop if you hear nothing', 'email'],
  ]),
  starter('starter-cadence-light', 'Stay in sight', ['P3', 'P4'], [
    ['followed', 0, 'Follow, so that their posts reach you'],
    ['reacted', 5, 'React to something that you mean'],
    ['email', 5, 'Send one thing that is useful without you: a figure, a guide, a name'],
    ['commented', 15, 'Join in where they discuss the problem you solve'],
    ['email', 15, 'Ask one short question; a yes or a no is enough'],
    ['breakup', 20, 'Leave the door open, and put them to nurture when it stays quiet', 'email'],
  ]),
];
