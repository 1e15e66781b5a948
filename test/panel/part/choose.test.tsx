// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Choose } from '../../../src/panel/part/choose.tsx';

// texts come from the browser, which is not here
vi.mock('../../../src/platform/locale.ts', () => ({ t: (name: string, ...parts: unknown[]) => [name, ...parts].join(' '), uiLocale: () => 'en' }));

const options = ['Banking', 'Computer Software', 'Hardware', 'Software Development'].map((name) => ({ value: name, name }));
let ground: HTMLElement;
let chosen: string[];

function Holder(): ReturnType<typeof Choose> {
  const [words, setWords] = useState<string[]>([]);
  chosen = words;
  return <Choose chosen={words} options={options} label="Industry" placeholder="" meant={(typed) => (typed === 'Bank' || typed === 'money' ? 'Banking' : null)} onChange={setWords} />;
}

const input = (): HTMLInputElement => ground.querySelector('input')!;
const shown = (): string[] => [...ground.querySelectorAll('[role=option]')].map((one) => one.textContent ?? '');
const active = (): string | undefined => ground.querySelector(`[id="${input().getAttribute('aria-activedescendant') ?? 'none'}"]`)?.textContent ?? undefined;

function type(text: string): void {
  void act(() => {
    input().value = text;
    input().dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
}

function press(key: string, more: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  void act(() => void input().dispatchEvent(event));
  return event;
}

beforeEach(() => {
  Element.prototype.scrollIntoView = () => undefined;
  ground = document.createElement('div');
  document.body.append(ground);
  void act(() => render(<Holder />, ground));
});
afterEach(() => {
  render(null, ground);
  ground.remove();
});

describe('choosing by typing', () => {
  test('arrow keys move through what fits, round its ends, and Enter takes it', () => {
    expect(input().getAttribute('aria-expanded')).toBe('false');
    type('soft');
    expect(shown()).toEqual(['Software Development', 'Computer Software']);
    expect([input().getAttribute('aria-expanded'), active()]).toEqual(['true', undefined]);
    press('ArrowDown');
    expect(active()).toBe('Software Development');
    press('ArrowUp');
    expect(active()).toBe('Computer Software');
    press('ArrowDown');
    press('ArrowDown');
    expect(active()).toBe('Computer Software');
    press('Enter');
    expect(chosen).toEqual(['Computer Software']);
    expect(input().value).toBe('');
  });

  test('an arrow key opens the whole list at its first or last entry, without what is chosen', () => {
    press('ArrowUp');
    expect([shown().length, active()]).toEqual([4, 'Software Development']);
    press('Enter');
    press('Escape');
    press('ArrowDown');
    expect([shown(), active()]).toEqual([['Banking', 'Computer Software', 'Hardware'], 'Banking']);
  });

  test('words of the rep’s own are added as typed, each once, whatever its case', () => {
    type('Zeppelins');
    press(',');
    type('zeppelins ');
    press('Enter');
    expect(chosen).toEqual(['Zeppelins']);
  });

  test('what a text means in other words is offered first', () => {
    type('money');
    expect(shown()).toEqual(['Banking']);
    type('Bank');
    expect(shown()).toEqual(['Banking']);
  });

  test('Escape closes the list first and is the panel’s only then; Backspace takes the last off', () => {
    const heard: string[] = [];
    const listen = ({ key }: KeyboardEvent): void => void heard.push(key);
    addEventListener('keydown', listen);
    type('soft');
    press('Escape');
    expect([input().getAttribute('aria-expanded'), heard]).toEqual(['false', []]);
    press('Escape');
    expect(heard).toEqual(['Escape']);
    removeEventListener('keydown', listen);
    press('Enter');
    expect(chosen).toEqual(['soft']);
    press('Backspace');
    expect(chosen).toEqual([]);
  });

  test('Enter does not send the form around it, unless it is the key that saves', () => {
    type('soft');
    expect(press('Enter').defaultPrevented).toBe(true);
    expect(press('Enter', { ctrlKey: true }).defaultPrevented).toBe(false);
  });
});
