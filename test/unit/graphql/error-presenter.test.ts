import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { errorCatalogue } from '#shared/core/error-catalogue.ts';
import { AppError, invalidData, notFound } from '#shared/core/errors.ts';
import { presentError } from '#shared/graphql/error-presenter.ts';

const ignore = () => undefined;

describe('the error that a caller sees', () => {
  it('is the message, number and name of a domain error, at its place', () => {
    const located = new GraphQLError('wrapped', { path: ['result'], originalError: notFound('application', 'a1') });
    const { message, extensions, path } = presentError(located, ignore);
    expect(message).toBe('Object not found [ID=a1; object=application]');
    expect(extensions).toEqual({ error_code: 20, error: 'NotFound' });
    expect(path).toEqual(['result']);
  });

  it('names every field of invalid data, in alphabetic order', () => {
    expect(presentError(invalidData('RuntimeRegisterInput', { name: 'x', description: 'y' }), ignore).message).toBe(
      'Invalid data RuntimeRegisterInput [description=y; name=x]',
    );
  });

  it('never carries the cause of a domain error', () => {
    const shown = presentError(new AppError('ConcurrentUpdate', 'changed', { cause: new Error('arn:aws:secret') }), ignore);
    expect(JSON.stringify(shown.toJSON())).not.toContain('arn:aws');
    expect(shown.originalError).toBeUndefined();
  });

  it('is an id for anything unknown, and the log knows the same id', () => {
    const failure = new Error('table arn:aws:dynamodb is throttled');
    const logged: { errorId: string; error: Error }[] = [];
    const shown = presentError(new GraphQLError('x', { path: ['a'], originalError: failure }), (_, fields) => logged.push(fields));
    expect(logged).toEqual([{ errorId: expect.any(String), error: failure }]);
    expect(shown.toJSON()).toMatchObject({
      message: `Internal Server Error [errorID=${logged[0]?.errorId}]`,
      path: ['a'],
      extensions: { error_code: 10, error: 'InternalError' },
    });
  });

  it('is the message of a refusal by GraphQL itself, whatever it quotes, and of a long one the beginning', () => {
    const quoted = new GraphQLError(`Cannot query field "a". Did you mean b?`);
    expect(presentError(quoted, ignore).toJSON()).toEqual({
      message: quoted.message,
      extensions: { error_code: 400, error: 'BadRequest' },
    });
    expect(presentError(new GraphQLError('x'.repeat(2_000_000)), ignore).message).toBe(`${'x'.repeat(500)}…`);
  });

  it('carries the number for every code, as existing clients compare numbers', () => {
    for (const [code, { number }] of Object.entries(errorCatalogue)) {
      const { extensions } = presentError(new AppError(code as keyof typeof errorCatalogue, 'text'), ignore);
      expect(extensions).toEqual({ error_code: number, error: code });
    }
  });
});
