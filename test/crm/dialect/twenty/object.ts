import { head, many, one, plain, position, tail, type ObjectType } from './schema.ts';

const files = (description: string) => many('attachments', 'Attachments', description, 'IconFileImport');
const events = (label: string, description: string) => many('timelineActivities', label, description, 'IconTimelineEvent');
const links = (of: 'noteTarget' | 'taskTarget', by: string, description: string) =>
  many(`${of}s`, of === 'noteTarget' ? 'Notes' : 'Tasks', description, of === 'noteTarget' ? 'IconNotes' : 'IconCheckbox', [of, by], { locked: true });

const person = (): ObjectType => ({
  singular: 'person', plural: 'people', system: false, shown: { label: 'Person', labels: 'People', description: 'A person', icon: 'IconUser', shortcut: 'P' },
  alike: [['name.firstName', 'name.lastName'], ['linkedinLink.primaryLinkUrl'], ['emails.primaryEmail']],
  fields: [
    ...head,
    plain('name', 'FULL_NAME', 'Name', "Contact's name", 'IconUser'),
    plain('emails', 'EMAILS', 'Emails', "Contact's Emails", 'IconMail', { unique: true, settings: { maxNumberOfValues: 1 } }),
    plain('linkedinLink', 'LINKS', 'Linkedin', "Contact's Linkedin account", 'IconBrandLinkedin'),
    plain('jobTitle', 'TEXT', 'Job Title', "Contact's job title", 'IconBriefcase'),
    plain('phones', 'PHONES', 'Phones', "Contact's phone numbers", 'IconPhone', { settings: { maxNumberOfValues: 1 } }),
    plain('avatarUrl', 'TEXT', 'Avatar', "Contact's avatar", 'IconFileUpload', { system: true }),
    plain('avatarFile', 'FILES', 'Avatar File', "Contact's avatar file", 'IconFileUpload', { system: true, settings: { maxNumberOfValues: 1 } }),
    position('Person record Position'), ...tail('IconUser'),
    files('Attachments linked to the contact.'),
    many('calendarEventParticipants', 'Calendar Event Participants', 'Calendar Event Participants', 'IconCalendar'),
    one('company', 'company', 'Company', "Contact's company", 'IconBuildingSkyscraper', 'SET_NULL', 'FK_ee066ddacfce46c9a7cb90edd1a'),
    many('listMemberships', 'Lists', 'Lists the contact belongs to', 'IconUsersGroup', ['messageListMember', 'personId']),
    many('messageParticipants', 'Message Participants', 'Message Participants', 'IconUserCircle'),
    links('noteTarget', 'targetPersonId', 'Notes tied to the contact'),
    many('pointOfContactForOpportunities', 'Opportunities', 'List of opportunities for which that person is the point of contact', 'IconTargetArrow', ['opportunity', 'pointOfContactId']),
    links('taskTarget', 'targetPersonId', 'Tasks tied to the contact'),
    events('Events', 'Events linked to the person'),
  ],
});

const company = (): ObjectType => ({
  singular: 'company', plural: 'companies', system: false, shown: { label: 'Company', labels: 'Companies', description: 'A company', icon: 'IconBuildingSkyscraper', shortcut: 'C' },
  alike: [['name'], ['domainName.primaryLinkUrl']],
  fields: [
    ...head,
    plain('name', 'TEXT', 'Name', 'The company name', 'IconBuildingSkyscraper'),
    plain('domainName', 'LINKS', 'Domain Name', 'The company website URL. We use this url to fetch the company icon', 'IconLink', { unique: true, settings: { maxNumberOfValues: 1 } }),
    plain('address', 'ADDRESS', 'Address', 'Address of the company', 'IconMap'),
    plain('linkedinLink', 'LINKS', 'Linkedin', 'The company Linkedin account', 'IconBrandLinkedin'),
    plain('annualRevenue', 'CURRENCY', 'Annual Revenue', "The company's total annual revenue", 'IconMoneybag'),
    position('Company record position'), ...tail('IconUser'),
    files('Attachments linked to the company'),
    many('people', 'People', 'People linked to the company.', 'IconUsers', ['person', 'companyId']),
    one('accountOwner', 'workspaceMember', 'Account Owner', 'Your team member responsible for managing the company account', 'IconUserCircle', 'SET_NULL'),
    links('taskTarget', 'targetCompanyId', 'Tasks tied to the company'),
    links('noteTarget', 'targetCompanyId', 'Notes tied to the company'),
    many('opportunities', 'Opportunities', 'Opportunities linked to the company.', 'IconTargetArrow', ['opportunity', 'companyId']),
    events('Timeline Activities', 'Timeline Activities linked to the company'),
  ],
});

const task = (): ObjectType => ({
  singular: 'task', plural: 'tasks', system: false, shown: { label: 'Task', labels: 'Tasks', description: 'A task', icon: 'IconCheckbox', shortcut: 'T' },
  fields: [
    ...head, position('Task record position'),
    plain('title', 'TEXT', 'Title', 'Task title', 'IconNotes'),
    plain('bodyV2', 'RICH_TEXT', 'Body', 'Task body', 'IconFilePencil'),
    plain('dueAt', 'DATE_TIME', 'Due Date', 'Task due date', 'IconCalendarEvent'),
    plain('status', 'SELECT', 'Status', 'Task status', 'IconCheck', {
      default: "'TODO'",
      options: [{ color: 'sky', label: 'To do', value: 'TODO' }, { color: 'purple', label: 'In progress', value: 'IN_PROGRESS' }, { color: 'green', label: 'Done', value: 'DONE' }],
    }),
    ...tail('IconUser'),
    files('Task attachments'),
    many('taskTargets', 'Relations', 'Task targets', 'IconArrowUpRight', ['taskTarget', 'taskId']),
    one('assignee', 'workspaceMember', 'Assignee', 'Task assignee', 'IconUserCircle', 'SET_NULL', 'FK_7384988f7eeb777e44802a0baca'),
    events('Timeline Activities', 'Timeline Activities linked to the task.'),
  ],
});

const note = (): ObjectType => ({
  singular: 'note', plural: 'notes', system: false, shown: { label: 'Note', labels: 'Notes', description: 'A note', icon: 'IconNotes', shortcut: 'N' },
  fields: [
    ...head, position('Note record position'),
    plain('title', 'TEXT', 'Title', 'Note title', 'IconNotes'), plain('bodyV2', 'RICH_TEXT', 'Body', 'Note body', 'IconFilePencil'),
    ...tail('IconUser'),
    files('Note attachments'), many('noteTargets', 'Relations', 'Note targets', 'IconArrowUpRight', ['noteTarget', 'noteId']), events('Timeline Activities', 'Timeline Activities linked to the note.'),
  ],
});

/** A link from a note or a task to what it is about; the link goes with either end. */
const target = (of: 'note' | 'task'): ObjectType => ({
  singular: `${of}Target`, plural: `${of}Targets`, system: true,
  fields: [
    ...head, ...tail('IconUser'), position('Target position'),
    one(of, of, of === 'note' ? 'Note' : 'Task', 'What is linked', 'IconNotes', 'CASCADE', of === 'note' ? 'FK_52050fd9cf6b7ba9982ef9d867a' : undefined),
    one('targetPerson', 'person', 'Person', 'Linked person', 'IconUser', 'CASCADE'),
    one('targetCompany', 'company', 'Company', 'Linked company', 'IconBuildingSkyscraper', 'CASCADE'),
    one('targetOpportunity', 'opportunity', 'Opportunity', 'Linked opportunity', 'IconTargetArrow', 'CASCADE'),
  ],
});

const opportunity = (): ObjectType => ({
  singular: 'opportunity', plural: 'opportunities', system: false, shown: { label: 'Opportunity', labels: 'Opportunities', description: 'An opportunity', icon: 'IconTargetArrow', shortcut: 'O' },
  fields: [
    ...head, plain('name', 'TEXT', 'Name', 'The opportunity name', 'IconTargetArrow'), plain('amount', 'CURRENCY', 'Amount', 'Opportunity amount', 'IconCurrencyDollar'),
    plain('closeDate', 'DATE_TIME', 'Close date', 'Opportunity close date', 'IconCalendarEvent'), position('Opportunity record position'), ...tail('IconUser'),
    one('pointOfContact', 'person', 'Point of Contact', 'Opportunity point of contact', 'IconUser', 'SET_NULL'), one('company', 'company', 'Company', 'Opportunity company', 'IconBuildingSkyscraper', 'SET_NULL'),
  ],
});

const messageList = (): ObjectType => ({ singular: 'messageList', plural: 'messageLists', system: true, fields: [...head, ...tail('IconUser'), position('Position'), plain('name', 'TEXT', 'Name', 'Name of the list', 'IconList')] });

const messageListMember = (): ObjectType => ({
  singular: 'messageListMember', plural: 'messageListMembers', system: true, pair: ['listId', 'personId'],
  fields: [...head, ...tail('IconUser'), position('Position'), one('list', 'messageList', 'List', 'The list', 'IconList', 'CASCADE'), one('person', 'person', 'Person', 'The member', 'IconUser', 'CASCADE')],
});

const workspaceMember = (): ObjectType => ({
  singular: 'workspaceMember', plural: 'workspaceMembers', system: true,
  fields: [
    ...head, position('Position'), plain('name', 'FULL_NAME', 'Name', 'Name of the member', 'IconUser'),
    ...['colorScheme', 'locale', 'avatarUrl', 'userEmail', 'jobTitle', 'timeZone', 'dateFormat', 'timeFormat', 'numberFormat'].map((name) => plain(name, 'TEXT', name, name, 'IconSettings')),
    plain('calendarStartDay', 'NUMBER', 'Start Day', 'First day of the week', 'IconCalendar'), plain('userId', 'UUID', 'User Id', 'Associated user', 'IconUser'), ...tail('IconUser'),
  ],
});

const other = (singular: string, plural = `${singular}s`): ObjectType =>
  ({ singular, plural, system: singular !== 'workflow' && singular !== 'dashboard', fields: [...head, ...tail('IconUser'), position('Position')] });

// Made once: a simulation opens thousands of workspaces.
const standard: ObjectType[] = [
  other('calendarChannelEventAssociation'), company(), other('messageChannelMessageAssociationMessageFolder'), other('attachment'), note(), other('messageCampaign'),
  other('timelineActivity', 'timelineActivities'), other('messageChannelMessageAssociation'), other('workflowRun'), other('blocklist'), other('workflow'), workspaceMember(), messageListMember(),
  other('calendarEvent'), person(), messageList(), other('workflowVersion'), other('callRecording'), other('dashboard'), target('note'), opportunity(), other('message'), target('task'),
  other('messageParticipant'), task(), other('messageThread'), other('calendarEventParticipant'), other('workflowAutomatedTrigger'),
];

/** All kinds of records of a fresh workspace, in the order in which the server lists them; fields can be added to those of one call. */
export const objects = (): ObjectType[] => standard.map((object) => ({ ...object, fields: [...object.fields] }));
