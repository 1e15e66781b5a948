import { FIELDS, type EntityType, type Field } from './field.ts';

/** What the server shows of an entity: which attributes, where. */
export interface Entity {
  /** Attributes of one record asked for by id, and of the answer to a change. */
  whole: readonly string[];
  /** Attributes of a record in a list without `select`, and in the body of a 409. */
  found: readonly string[];
  /** What the answer to a creation shows besides the attributes that were sent. */
  made: readonly string[];
  /** What a list with `select` shows besides. */
  listed: readonly string[];
  /** Name of the linked entity by the attribute that holds its id. */
  links: Readonly<Record<string, EntityType | 'User'>>;
  /** Attributes a client may set, each with the field that describes it. */
  writable: ReadonlyMap<string, string>;
  /** Has a stream of notes, e-mail addresses, is a person. */
  stream: boolean;
  mail: boolean;
  person: boolean;
}

const words = (text: string): string[] => text.split(' ');
const BY = 'createdById createdByName modifiedById modifiedByName assignedUserId assignedUserName teamsIds teamsNames';
const FLAGS = 'emailAddressIsOptedOut emailAddressIsInvalid phoneNumberIsOptedOut phoneNumberIsInvalid';
const DATA = 'emailAddressData phoneNumberData';
const FOLLOW = 'isFollowed followersIds followersNames';
const PERSON = 'id name deleted salutationName firstName lastName title';
const ADDRESS = 'addressStreet addressCity addressState addressCountry addressPostalCode';
const MADE_BY = 'createdById createdByName modifiedByName assignedUserName teamsIds teamsNames';
const billing = (kind: string): string => `${kind}AddressStreet ${kind}AddressCity ${kind}AddressState ${kind}AddressCountry ${kind}AddressPostalCode`;

/** Only one record asked for by id shows these; a list never does, whatever it selects. */
export const LOADED: ReadonlySet<string> = new Set(words(`${DATA} accountsIds accountsNames accountsColumns teamsIds teamsNames ${FOLLOW} attachmentsIds attachmentsNames attachmentsTypes emailId reactionCounts myReactions reminders`));

/** Which attributes of a field a client may write. */
function attributes(name: string, field: Field, entity: EntityType): string[] {
  if (field.readOnly || (field.notStorable && name !== 'title') || field.type === 'personName' || field.type === 'address') return [];
  if (field.type === 'link') return [`${name}Id`];
  if (field.type === 'linkParent') return [`${name}Id`, `${name}Type`];
  if (field.type === 'linkMultiple' || field.type === 'attachmentMultiple') return [];
  if (field.type === 'email' || field.type === 'phone') return [name, `${name}Data`];
  return entity === 'Note' && name !== 'post' ? [] : [name];
}

function entity(type: EntityType, whole: string, made: string, listed: string, links: Entity['links']): Entity {
  const writable = new Map<string, string>();
  for (const [name, field] of Object.entries(FIELDS[type])) for (const attribute of attributes(name, field, type)) writable.set(attribute, name);
  const all = words(whole);
  return {
    whole: all, found: all.filter((attribute) => !LOADED.has(attribute) && attribute !== 'isStarred'), made: words(made), listed: words(listed),
    links: { createdById: 'User', modifiedById: 'User', assignedUserId: 'User', ...links }, writable,
    stream: type !== 'TargetList' && type !== 'Note', mail: 'emailAddress' in FIELDS[type], person: FIELDS[type]['name']?.type === 'personName',
  };
}

/** The entities of the product that this server knows and what they show. */
export const ENTITIES: Record<EntityType, Entity> = {
  Contact: entity(
    'Contact',
    `${PERSON} description emailAddress phoneNumber doNotCall ${ADDRESS} accountIsInactive accountType createdAt modifiedAt hasPortalUser middleName ${FLAGS} streamUpdatedAt ${DATA} accountId accountName accountsIds accountsNames accountsColumns campaignId campaignName ${BY} portalUserId portalUserName originalLeadId originalLeadName ${FOLLOW}`,
    `doNotCall accountIsInactive createdAt modifiedAt hasPortalUser targetListIsOptedOut ${FLAGS} streamUpdatedAt ${DATA} accountName accountsIds accountsNames accountsColumns campaignName ${MADE_BY} ${FOLLOW}`,
    'accountIsInactive accountId accountName createdById assignedUserId',
    { accountId: 'Account', originalLeadId: 'Lead' },
  ),
  Account: entity(
    'Account',
    `id name deleted website emailAddress phoneNumber type industry sicCode ${billing('billing')} ${billing('shipping')} description createdAt modifiedAt ${FLAGS} streamUpdatedAt ${DATA} campaignId campaignName ${BY} originalLeadId originalLeadName ${FOLLOW} isStarred`,
    `contactIsInactive createdAt modifiedAt targetListIsOptedOut ${FLAGS} streamUpdatedAt ${DATA} campaignName ${MADE_BY} ${FOLLOW} isStarred`,
    'createdById assignedUserId isStarred',
    { originalLeadId: 'Lead' },
  ),
  Lead: entity(
    'Lead',
    `${PERSON} status source industry opportunityAmount website ${ADDRESS} emailAddress phoneNumber doNotCall description convertedAt createdAt modifiedAt accountName middleName opportunityAmountCurrency ${FLAGS} streamUpdatedAt opportunityAmountConverted ${DATA} ${BY} campaignId campaignName createdAccountId createdAccountName createdContactId createdContactName createdOpportunityId createdOpportunityName ${FOLLOW}`,
    `status doNotCall createdAt modifiedAt targetListIsOptedOut ${FLAGS} streamUpdatedAt ${DATA} ${MADE_BY} campaignName createdAccountName createdContactName createdOpportunityName ${FOLLOW}`,
    'createdById assignedUserId',
    { createdAccountId: 'Account', createdContactId: 'Contact' },
  ),
  Task: entity(
    'Task',
    `id name deleted status priority dateStart dateEnd dateStartDate dateEndDate dateCompleted reminders description createdAt modifiedAt streamUpdatedAt parentId parentType parentName accountId accountName contactId contactName ${BY} attachmentsIds attachmentsNames ${FOLLOW} emailId attachmentsTypes`,
    `status priority dateCompleted isOverdue reminders createdAt modifiedAt streamUpdatedAt parentName accountId accountName contactId contactName ${MADE_BY} attachmentsIds attachmentsNames ${FOLLOW} attachmentsTypes`,
    'parentName createdById assignedUserId',
    { accountId: 'Account', contactId: 'Contact' },
  ),
  TargetList: entity(
    'TargetList',
    `id name deleted entryCount optedOutCount description createdAt modifiedAt isOptedOut categoryId categoryName ${BY}`,
    `entryCount optedOutCount createdAt modifiedAt isOptedOut categoryName ${MADE_BY}`,
    'isOptedOut createdById assignedUserId',
    {},
  ),
  Note: entity(
    'Note',
    'id deleted post data type targetType number isGlobal createdByGender isInternal isPinned reactionCounts myReactions createdAt modifiedAt parentId parentType parentName relatedId relatedType relatedName attachmentsIds attachmentsNames createdById createdByName modifiedById modifiedByName superParentId superParentType attachmentsTypes',
    'data type isInternal reactionCounts myReactions createdAt modifiedAt parentName relatedName attachmentsIds attachmentsNames createdById createdByName modifiedByName attachmentsTypes',
    'createdById',
    {},
  ),
};

/** Entities that the product has and no key of these tests may touch. */
export const CLOSED = new Set(['Opportunity', 'Case', 'Meeting', 'Call', 'Document', 'Campaign', 'Email', 'KnowledgeBaseArticle', 'User', 'Team', 'Webhook']);

export const isEntity = (name: string): name is EntityType => Object.hasOwn(ENTITIES, name);
