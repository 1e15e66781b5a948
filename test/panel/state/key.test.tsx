// @vitest-environment jsdom
import { render, type VNode } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { boundKeys, listenForKeys, useKeys } from '../../../src/panel/state/key.ts';

let ground: HTMLElement;
let stop: AbortController;
let heard: string[];

function View({ name, keys, children }: { name: string; keys: string[]; children?: VNode }): VNode {
  useKeys(() => (keys.length > 0 ? keys.map((key) => ({ key, label: name, run: () => void heard.push(`${name}: ${key}`) })) : undefined), [keys.join()]);
  return <div>{children}</div>;
}

const press = (key: string): void => void dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

beforeEach(() => {
  ground = document.createElement('div');
  document.body.append(ground);
  stop = new AbortController();
  heard = [];
  listenForKeys(stop.signal);
});
afterEach(() => {
  render(null, ground);
  ground.remove();
  stop.abort();
});

test('a key works in the moment in which its view is drawn, not a frame later', () => {
  render(<View name="list" keys={['d']} />, ground);
  press('d');
  expect(heard).toEqual(['list: d']);
});

test('what is opened later takes a key, and gives it back when it is closed', () => {
  render(<View name="list" keys={['d', 'n']} />, ground);
  render(<View name="list" keys={['d', 'n']}><View name="pad" keys={['d']} /></View>, ground);
  for (const key of ['d', 'n']) press(key);
  render(<View name="list" keys={['d', 'n']} />, ground);
  press('d');
  expect(heard).toEqual(['pad: d', 'list: n', 'list: d']);
});

test('a view that has none for now leaves nothing behind', () => {
  render(<View name="list" keys={['d']} />, ground);
  render(<View name="list" keys={[]} />, ground);
  press('d');
  expect([heard, boundKeys()]).toEqual([[], []]);
});
