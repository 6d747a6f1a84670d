import { expect, it } from 'vitest';
import { subjectText } from '#shared/certificates/csr-subject.ts';
import { csrPolicy } from '#test/support/csr-builder.ts';

it('the subject of a CSR can be read by splitting at comma and equals sign', () => {
  expect(subjectText(csrPolicy.subject, 'the-auth')).toBe('O=Compass,OU=Control Plane,L=Locality,ST=State,C=DE,CN=the-auth');
});
