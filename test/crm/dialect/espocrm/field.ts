/** What an EspoCRM says of one field, as far as this server acts on it. Custom fields are of the same form. */
export interface Field {
  type: string;
  required?: true;
  maxLength?: number;
  options?: readonly string[];
  default?: string | boolean;
  pattern?: string;
  readOnly?: true;
  notStorable?: true;
  isCustom?: true;
  entityList?: readonly string[];
  typeList?: readonly string[];
  defaultType?: string;
}

export type EntityType = 'Contact' | 'Account' | 'Lead' | 'Task' | 'TargetList' | 'Note';

const NO_ANGLE = '$noBadCharacters';
const line = (maxLength: number): Field => ({ type: 'varchar', maxLength, pattern: NO_ANGLE });
const choice = (...options: string[]): Field => ({ type: 'enum', options });
const calculated = (type: string): Field => ({ type, notStorable: true });
const shown = (type: string): Field => ({ type, readOnly: true });
const plain = (type: string): Field => ({ type });

const STAMPS: Record<string, Field> = {
  createdAt: shown('datetime'), modifiedAt: shown('datetime'), createdBy: shown('link'), modifiedBy: shown('link'), assignedUser: plain('link'), teams: plain('linkMultiple'),
};
const STREAM: Record<string, Field> = { streamUpdatedAt: shown('datetime') };
const CHANNEL_FLAGS: Record<string, Field> = {
  emailAddressIsOptedOut: calculated('bool'), emailAddressIsInvalid: calculated('bool'), phoneNumberIsOptedOut: calculated('bool'), phoneNumberIsInvalid: calculated('bool'),
};
const address = (prefix: string): Record<string, Field> => ({
  [`${prefix}Street`]: { type: 'text', maxLength: 255 }, [`${prefix}City`]: line(100), [`${prefix}State`]: line(100), [`${prefix}Country`]: line(100), [`${prefix}PostalCode`]: line(40),
});
const map: Field = { type: 'map', notStorable: true, readOnly: true };

const NAME: Record<string, Field> = {
  name: plain('personName'), salutationName: choice('', 'Mr.', 'Ms.', 'Mrs.', 'Dr.'), firstName: line(100), lastName: { ...line(100), required: true }, middleName: line(100),
};

const INDUSTRIES = ('|Advertising|Aerospace|Agriculture|Apparel & Accessories|Architecture|Automotive|Banking|Biotechnology|Building Materials & Equipment|Chemical|Construction|Consulting'
  + '|Computer|Culture|Creative|Defense|Education|Electronics|Electric Power|Energy|Entertainment & Leisure|Finance|Food & Beverage|Grocery|Healthcare|Hospitality|Insurance|Legal'
  + '|Manufacturing|Mass Media|Marketing|Mining|Music|Publishing|Petroleum|Real Estate|Retail|Service|Sports|Software|Support|Shipping|Travel|Technology|Telecommunications|Television'
  + '|Transportation|Testing, Inspection & Certification|Venture Capital|Wholesale|Water').split('|');

const CONTACT: Record<string, Field> = {
  ...NAME,
  accountAnyId: calculated('varchar'), title: { type: 'varchar', maxLength: 100, notStorable: true }, description: plain('text'), emailAddress: plain('email'),
  phoneNumber: { type: 'phone', typeList: ['Mobile', 'Office', 'Home', 'Fax', 'Other'], defaultType: 'Mobile' }, doNotCall: plain('bool'), address: plain('address'), ...address('address'),
  account: plain('link'), accounts: plain('linkMultiple'), accountRole: calculated('varchar'), accountIsInactive: calculated('bool'), accountType: shown('foreign'),
  opportunityRole: { ...choice('', 'Decision Maker', 'Evaluator', 'Influencer'), notStorable: true }, acceptanceStatus: calculated('varchar'), acceptanceStatusMeetings: calculated('enum'),
  acceptanceStatusCalls: calculated('enum'), campaign: plain('link'), ...STAMPS, targetLists: plain('linkMultiple'), targetList: calculated('link'),
  portalUser: { ...shown('linkOne'), notStorable: true }, hasPortalUser: { ...shown('bool'), notStorable: true }, originalLead: shown('linkOne'),
  targetListIsOptedOut: { ...shown('bool'), notStorable: true }, originalEmail: calculated('link'), ...CHANNEL_FLAGS, addressMap: map, ...STREAM,
};

const ACCOUNT: Record<string, Field> = {
  name: { ...line(249), required: true }, website: plain('url'), emailAddress: plain('email'),
  phoneNumber: { type: 'phone', typeList: ['Office', 'Mobile', 'Fax', 'Other'], defaultType: 'Office' }, type: choice('', 'Customer', 'Investor', 'Partner', 'Reseller'), industry: choice(...INDUSTRIES),
  sicCode: line(40), contactRole: { ...line(100), notStorable: true }, contactIsInactive: { ...calculated('bool'), default: false },
  billingAddress: plain('address'), ...address('billingAddress'), shippingAddress: plain('address'), ...address('shippingAddress'), description: plain('text'), campaign: plain('link'), ...STAMPS,
  targetLists: plain('linkMultiple'), targetList: calculated('link'), originalLead: shown('linkOne'), targetListIsOptedOut: { ...shown('bool'), notStorable: true },
  ...CHANNEL_FLAGS, billingAddressMap: map, shippingAddressMap: map, ...STREAM,
};

const LEAD: Record<string, Field> = {
  ...NAME, title: line(100), status: { ...choice('New', 'Assigned', 'In Process', 'Converted', 'Recycled', 'Dead'), default: 'New' },
  source: choice('', 'Call', 'Email', 'Existing Customer', 'Partner', 'Public Relations', 'Web Site', 'Campaign', 'Other'), industry: choice(...INDUSTRIES), opportunityAmount: plain('currency'),
  website: plain('url'), address: plain('address'), ...address('address'), emailAddress: plain('email'), phoneNumber: CONTACT['phoneNumber'] as Field, doNotCall: plain('bool'), description: plain('text'),
  convertedAt: shown('datetime'), accountName: line(100), ...STAMPS, campaign: plain('link'), targetLists: plain('linkMultiple'), targetListIsOptedOut: { ...shown('bool'), notStorable: true },
  createdAccount: shown('link'), createdContact: shown('link'), createdOpportunity: shown('link'), ...CHANNEL_FLAGS, ...STREAM,
};

const TASK: Record<string, Field> = {
  name: { type: 'varchar', required: true, pattern: NO_ANGLE }, status: { ...choice('Not Started', 'Started', 'Completed', 'Canceled', 'Deferred'), default: 'Not Started' },
  priority: { ...choice('Low', 'Normal', 'High', 'Urgent'), default: 'Normal' }, dateStart: plain('datetimeOptional'), dateEnd: plain('datetimeOptional'), dateStartDate: plain('date'), dateEndDate: plain('date'),
  dateCompleted: shown('datetime'), isOverdue: { ...shown('bool'), notStorable: true }, reminders: calculated('jsonArray'), description: plain('text'),
  parent: { type: 'linkParent', entityList: ['Account', 'Contact', 'Lead'] }, account: shown('link'), contact: shown('link'), originalEmail: calculated('link'), ...STAMPS,
  assignedUser: { type: 'link', required: true }, attachments: plain('attachmentMultiple'), ...STREAM,
};

const TARGET_LIST: Record<string, Field> = { name: { ...line(100), required: true }, description: plain('text'), category: plain('link'), ...STAMPS };

const NOTE: Record<string, Field> = {
  post: plain('text'), type: { ...shown('varchar'), default: 'Post' }, parent: { type: 'linkParent', entityList: ['Account', 'Contact', 'Lead', 'Task'] }, isInternal: shown('bool'), ...STAMPS,
};

/** The fields that come with the product, in the order in which they are checked. */
export const FIELDS: Record<EntityType, Record<string, Field>> = { Contact: CONTACT, Account: ACCOUNT, Lead: LEAD, Task: TASK, TargetList: TARGET_LIST, Note: NOTE };
