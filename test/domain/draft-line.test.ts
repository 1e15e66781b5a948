import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftedLine, draftTask } from '../../src/domain/draft-line.ts';
import { anyText } from './any-text.ts';

test('without notes there is no task', () => {
  expect(draftTask([], 'en')).toBeNull();
  expect(draftTask(['  ', '\u200b'], 'en')).toBeNull();
});

test('the task holds the newest notes alone, each in one bounded line', () => {
  const { prompt } = draftTask([...Array.from({ length: 20 }, (_, at) => `note ${at}\nsecond line`), 'x'.repeat(5_000)], 'en')!;
  expect(prompt).toContain('- note 0 second line\n');
  expect(prompt).not.toContain('note 8');
  expect(prompt.length).toBeLessThan(4_000);
});

test('an answer becomes one line without quotes around it', () => {
  expect(draftedLine('\n "Your talk on queues stays with me." \n\nShall I write more?')).toBe('Your talk on queues stays with me.');
  expect(draftedLine('- Your talk.')).toBe('Your talk.');
  expect(draftedLine(' \n ')).toBe('');
});

test('whatever a model answers, the draft is one short line without anything hidden', () => {
  fc.assert(fc.property(anyText(400), (answer) => {
    const line = draftedLine(answer);
    expect(line.length).toBeLessThanOrEqual(240);
    expect(line).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
  }));
});
