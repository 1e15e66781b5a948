import type { Preset } from './preset.ts';

/** Addresses that Hello Bar collected. */
export const preset: Preset = {
  name: 'hello-bar',
  label: 'Hello Bar contacts',
  marks: ['email', 'subscribed at|subscribed on|date subscribed'],
  without: ['member rating', 'leid', 'euid', 'sequence', 'sequence name'],
  columns: {
    email: 'email', 'name|fields|full name': 'name', 'first name': 'firstName', 'last name': 'lastName', 'phone|phone number': 'phone', company: 'company',
    'subscribed at|subscribed on|date subscribed': 'formFilledAt', 'contact list|list|list name': 'lists', 'hello bar|site element|bar|popup|campaign': 'campaign',
    'status|ip address|ip': '', 'page|page url|url|referrer': 'sourceDetail',
  },
  kind: 'lead',
  leadSource: 'pop-up form',
};
