import { AppError } from '../core/errors.ts';

/** The error of an Application that is larger than can be read at once. */
export const applicationTooLarge = (id: string): AppError =>
  new AppError('AnswerTooLarge', 'the application is larger than can be read at once: read its bundles one by one, or delete some', {
    details: { ID: id, object: 'application' },
  });

/** The error of a bundle that is larger than can be read at once. */
export const bundleTooLarge = (id: string): AppError =>
  new AppError('AnswerTooLarge', 'the bundle is larger than can be read at once: delete some of its contents', {
    details: { ID: id, object: 'bundle' },
  });
