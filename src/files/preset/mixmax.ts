import type { Preset } from './preset.ts';

/** Recipients of a Mixmax sequence, with what became of them. */
export const preset: Preset = {
  name: 'mixmax',
  label: 'Mixmax recipients',
  marks: ['email|email address|recipient|recipient email', 'sequence|sequence name', 'stage|current stage|status', 'opens|opened|clicks|clicked|replied|last opened|replies|bounced'],
  columns: {
    'email|email address|recipient|recipient email': 'email', 'name|recipient name|full name': 'name', 'first name': 'firstName', 'last name': 'lastName', company: 'company',
    'title|job title': 'title', phone: 'phone', 'linkedin|linkedin url': 'linkedin', 'sequence|sequence name': 'campaign',
    'stage|current stage|status|opens|opened|clicks|clicked|replies|replied|last opened|downloads|bounced|meetings|added by|sender|finished': '', unsubscribed: 'optOut',
    'added|added at|added on|date added': '', 'last contacted|last sent|last sent at': 'lastContactedAt',
  },
};
