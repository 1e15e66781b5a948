import { checkHeld } from '../messages/backup-check.ts';
import { serve } from '../messages/serve.ts';
import { onMessage } from '../platform/messaging.ts';
import { report } from '../platform/report.ts';
import { openSafe } from '../storage/safe.ts';

/** A page that nobody sees, while a file is being downloaded: the worker of some browsers cannot give bytes an address. */
const safe = openSafe();

onMessage(serve<'offscreen'>({
  'held.address': {
    from: 'panel',
    parse: checkHeld,
    answer: async ({ id }) => {
      const held = await safe.held.get(id);
      return { url: held ? URL.createObjectURL(held.blob) : '' };
    },
  },
}, report));
