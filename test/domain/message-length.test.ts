import { describe, expect, test } from 'vitest';
import { messageLength } from '../../src/domain/message-length.ts';

const body = (channel: string, format: 'note' | 'inmail' | 'sms' | undefined, text: string): ReturnType<typeof messageLength> => messageLength({ kind: 'message', channel, ...(format ? { format } : {}) }, 's'.repeat(201), text);

describe('length', () => {
  test('is measured against what the channel allows', () => {
    expect(body('linkedin', 'note', 'a'.repeat(300))).toEqual({ parts: [{ part: 'body', used: 300, limit: 300, free: 200 }], isOver: false });
    expect(body('linkedin', 'note', 'a'.repeat(301)).isOver).toBe(true);
    expect(body('linkedin', undefined, 'a'.repeat(8_000)).isOver).toBe(false);
    expect(body('x', undefined, 'a'.repeat(10_001)).isOver).toBe(true);
    expect(body('email', undefined, 'a'.repeat(99_999)).isOver).toBe(false);
  });

  test('of an InMail counts the subject as well', () => { expect(body('linkedin', 'inmail', 'a')).toMatchObject({ parts: [{ part: 'subject', used: 201, limit: 200 }, { used: 1 }], isOver: true }); });

  test('an emoji is as long as a page’s field counts it', () => { expect(body('linkedin', 'note', '👩‍🚀').parts[0]).toMatchObject({ used: 5 }); });

  test('of a text message is said in segments', () => { expect(body('call', 'sms', 'a'.repeat(161)).sms).toMatchObject({ segments: 2 }); });
});
