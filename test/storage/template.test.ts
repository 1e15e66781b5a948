import { describe, expect, test } from 'vitest';
import { emptyTemplate } from '../../src/domain/template-edit.ts';
import { STARTER_TEMPLATES } from '../../src/domain/starter-template.ts';
import { addStarterTemplates, addTemplate, duplicateTemplate, editTemplate, readTemplates, removeTemplate } from '../../src/storage/template.ts';
import { undo } from '../../src/storage/undo.ts';
import { changeAt, scratchBook } from './scratch-book.ts';

const note = { ...emptyTemplate('Note', 'v1'), format: 'note' as const };

describe('templates in the book', () => {
  test('are edited part by part; a channel without such a form drops it', async () => {
    const book = scratchBook();
    await addTemplate(book, 't', note, changeAt(1));
    await editTemplate(book, 't', { variants: [{ id: 'v1', subject: ' Hi \n there ', body: 'Hi {{first_name}}\r\n bye\u0000' }], needsLine: true }, changeAt(2));
    expect(await book.templates.get('t')).toMatchObject({ format: 'note', needsLine: true, variants: [{ id: 'v1', subject: 'Hi there', body: 'Hi {{first_name}}\n bye' }] });
    await editTemplate(book, 't', { channel: 'email' }, changeAt(3));
    expect(await book.templates.get('t')).not.toHaveProperty('format');
    await editTemplate(book, 't', { channel: 'linkedin' }, changeAt(4));
    await editTemplate(book, 't', { format: 'inmail' }, changeAt(5));
    await editTemplate(book, 't', { name: ' ' }, changeAt(6));
    expect(await book.templates.get('t')).toMatchObject({ format: 'inmail', name: 'Note' });
    await editTemplate(book, 't', { format: undefined }, changeAt(7));
    expect(await book.templates.get('t')).not.toHaveProperty('format');
    await editTemplate(book, 'nobody', { name: 'x' }, changeAt(8));
    expect(await book.templates.count()).toBe(1);
  });

  test('a copy is counted apart: its wordings have ids of their own', async () => {
    const book = scratchBook();
    await addTemplate(book, 't', note, changeAt(1));
    await duplicateTemplate(book, 't', { id: 'u', name: 'Copy', newId: () => 'v2' }, changeAt(2));
    expect(await book.templates.get('u')).toMatchObject({ name: 'Copy', format: 'note', variants: [{ id: 'v2' }] });
  });

  test('one that was removed comes back as it was', async () => {
    const book = scratchBook();
    await addTemplate(book, 't', note, changeAt(1));
    const before = await book.templates.get('t');
    const change = changeAt(2);
    await removeTemplate(book, 't', change);
    expect(await readTemplates(book)).toEqual([]);
    await undo(book, change.changeId, changeAt(3));
    expect(await book.templates.get('t')).toEqual({ ...before, updatedAt: 3 });
  });

  test('starters are added once, and one that was edited stays as it is', async () => {
    const book = scratchBook();
    expect(await addStarterTemplates(book, changeAt(1))).toBe(STARTER_TEMPLATES.length);
    await editTemplate(book, 'starter-call', { name: 'Mine' }, changeAt(2));
    await removeTemplate(book, 'starter-x', changeAt(3));
    expect(await addStarterTemplates(book, changeAt(4))).toBe(1);
    expect(await book.templates.get('starter-call')).toMatchObject({ name: 'Mine' });
  });
});
