import { beforeEach, expect, test, vi } from 'vitest';

type Listener = (id: string, button?: number) => void;
const world = vi.hoisted(() => ({ chrome: true, shown: [] as { id: string; options: { buttons?: { title: string }[] } }[], cleared: [] as string[], click: undefined as Listener | undefined, button: undefined as Listener | undefined }));
vi.mock('../../src/platform/browser.ts', () => ({
  hasSidePanel: () => world.chrome,
  browser: {
    runtime: { getURL: (path: string) => path },
    notifications: {
      create: async (id: string, options: object) => { world.shown.push({ id, options }); },
      clear: async (id: string) => { world.cleared.push(id); },
      onClicked: { addListener: (listener: Listener) => { world.click = listener; } },
      onButtonClicked: { addListener: (listener: Listener) => { world.button = listener; } },
    },
  },
}));

import { notify, onNotificationButton, onNotificationClick } from '../../src/platform/notification.ts';

beforeEach(() => { Object.assign(world, { chrome: true, shown: [], cleared: [], click: undefined, button: undefined }); });

test('the digest has its buttons where the browser shows them, and is shown without elsewhere', async () => {
  await notify('digest', 'Three are due', 'Ada, Bo', ['Open', 'In an hour', 'one too many']);
  expect(world.shown[0]).toMatchObject({ id: 'digest', options: { title: 'Three are due', message: 'Ada, Bo', buttons: [{ title: 'Open' }, { title: 'In an hour' }] } });
  world.chrome = false;
  await notify('digest', 'Three are due', 'Ada, Bo', ['Open', 'In an hour']);
  expect(world.shown[1]!.options).not.toHaveProperty('buttons');
});

test('which button was pressed is told, and the notification goes', () => {
  const pressed: unknown[] = [];
  onNotificationButton((id, button) => pressed.push([id, button]));
  onNotificationClick((id) => pressed.push([id]));
  world.button?.('digest', 1);
  world.click?.('digest');
  expect([pressed, world.cleared]).toEqual([[['digest', 1], ['digest']], ['digest', 'digest']]);
  // Firefox has no such event: asking for it would throw
  world.chrome = false;
  world.button = undefined;
  onNotificationButton(() => undefined);
  expect(world.button).toBeUndefined();
});
