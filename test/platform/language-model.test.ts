import { afterEach, expect, test } from 'vitest';
import { askModel, modelState } from '../../src/platform/language-model.ts';

type Fake = { availability?: (options: object) => Promise<string>; create?: (options: object) => Promise<object> };
const install = (fake: Fake | undefined): void => { (globalThis as { LanguageModel?: Fake | undefined }).LanguageModel = fake; };
const task = { system: 'Be short.', prompt: 'Notes' };
const signal = new AbortController().signal;
afterEach(() => { delete (globalThis as { LanguageModel?: Fake }).LanguageModel; });

test('a browser without the model has none, and asking it is no failure', async () => {
  expect(await modelState('en')).toBe('none');
  expect(await askModel(task, 'en', signal)).toBeNull();
  install({});
  expect(await modelState('en')).toBe('none');
});

test('whether the model is there, still to be fetched or refused is told without starting anything', async () => {
  const asked: object[] = [];
  let created = 0;
  for (const [answer, state] of [['available', 'ready'], ['downloadable', 'download'], ['downloading', 'download'], ['unavailable', 'none']] as const) {
    install({ availability: (options) => { asked.push(options); return Promise.resolve(answer); }, create: () => { created += 1; return Promise.resolve({}); } });
    expect(await modelState('de')).toBe(state);
  }
  install({ availability: () => Promise.reject(new Error('no')), create: () => Promise.resolve({}) });
  expect(await modelState('de')).toBe('none');
  expect(created).toBe(0);
  expect(asked[0]).toMatchObject({ expectedOutputs: [{ type: 'text', languages: ['de'] }] });
});

test('the model is told the task and nothing else, and its session ends', async () => {
  const told: unknown[] = [];
  let ended = 0;
  install({
    availability: () => Promise.resolve('available'),
    create: (options) => { told.push(options); return Promise.resolve({ prompt: (text: string) => { told.push(text); return Promise.resolve('A line.'); }, destroy: () => { ended += 1; } }); },
  });
  expect(await askModel(task, 'en', signal)).toBe('A line.');
  expect(told).toMatchObject([{ initialPrompts: [{ role: 'system', content: 'Be short.' }] }, 'Notes']);
  expect(ended).toBe(1);
});

test('a model that fails gives nothing, and its session ends', async () => {
  let ended = 0;
  install({ availability: () => Promise.resolve('available'), create: () => Promise.resolve({ prompt: () => Promise.reject(new Error('quota')), destroy: () => { ended += 1; } }) });
  expect(await askModel(task, 'en', signal)).toBeNull();
  expect(ended).toBe(1);
});
