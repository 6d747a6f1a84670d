import { describe, expect, it } from 'vitest';
import { answeredText } from '#shared/http/answered-text.ts';

const xml = (encoding?: string) => `<?xml version="1.0"${encoding ? ` encoding="${encoding}"` : ''}?><!-- Größe -->`;
const json = '{"title":"Größe"}';
const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf16 = (text: string, big = false) => (big ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, 'utf16le'));
const mark = '\ufeff';

describe('the text of an answer', () => {
  it.each([
    ['the charset of its type', 'text/xml; charset=ISO-8859-1', latin1(xml()), xml()],
    ['a quoted charset', 'application/xml; charset="utf-8"', Buffer.from(xml()), xml()],
    ['windows-1252', 'text/xml; charset=Windows-1252', Buffer.from([0x80]), '€'],
    ['its declaration', 'application/xml', latin1(xml('ISO-8859-1')), xml('ISO-8859-1')],
    ['the charset before its declaration', 'application/xml; charset=utf-8', Buffer.from(xml('ISO-8859-1')), xml('ISO-8859-1')],
    ['the mark of UTF-8', 'application/xml; charset=ISO-8859-1', Buffer.from(mark + xml()), xml()],
    ['the mark of UTF-16, little end first', undefined, utf16(mark + xml('utf-16')), xml('utf-16')],
    ['the mark of UTF-16, big end first', 'application/xml; charset=utf-16', utf16(mark + xml('utf-16'), true), xml('utf-16')],
    ['utf-16le without a mark', 'application/xml; charset=utf-16le', utf16(xml()), xml()],
    ['utf-16 without a mark, big end first', 'application/xml; charset=utf-16', utf16(xml(), true), xml()],
    ['utf-16 without a mark, little end first', 'application/xml; charset=utf-16', utf16(xml()), xml()],
    ['UTF-16 that nothing names', 'application/json', utf16(json), json],
    ['UTF-8 where JSON claims to be Latin-1', 'application/json; charset=ISO-8859-1', Buffer.from(json), json],
    ['the charset of JSON that is no UTF-8', 'application/json; charset=ISO-8859-1', latin1(json), json],
    ['UTF-8 where the charset is the default of old XML types', 'text/xml; charset=us-ascii', Buffer.from(xml()), xml()],
    ['UTF-8 where the charset does not exist', 'text/yaml; charset=utf8mb4', Buffer.from(json), json],
    ['nothing of an empty answer', undefined, Buffer.alloc(0), ''],
  ])('is read by %s', (_, contentType, body, text) => {
    expect(answeredText({ body, contentType })).toBe(text);
  });

  it.each([
    ['UTF-8 with a byte that is none', undefined, latin1(json)],
    ['UTF-32', undefined, Buffer.from([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0])],
    ['half of a character of UTF-16', undefined, Buffer.from([0xff, 0xfe, 0])],
  ])('is none in %s', (_, contentType, body) => {
    expect(answeredText({ body, contentType })).toBeUndefined();
  });
});
