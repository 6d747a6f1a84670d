/** The parts of a client certificate's subject that the deployment fixes; the common name is the System Auth's id. */
export interface SubjectTemplate {
  readonly organization: string;
  readonly organizationalUnit: string;
  readonly locality: string;
  readonly province: string;
  readonly country: string;
}

/** The subject as agents parse it: split at `,`, then at `=`, nothing trimmed. */
export const subjectText = (template: SubjectTemplate, authId: string): string =>
  [
    `O=${template.organization}`,
    `OU=${template.organizationalUnit}`,
    `L=${template.locality}`,
    `ST=${template.province}`,
    `C=${template.country}`,
    `CN=${authId}`,
  ].join(',');

/** Each attribute of the subject, the words for it in error messages, and the value it must have. */
export const expectedSubject = (template: SubjectTemplate, authId: string) =>
  [
    { attribute: 'CN', words: 'common name', value: authId },
    { attribute: 'C', words: 'country', value: template.country },
    { attribute: 'O', words: 'organization', value: template.organization },
    { attribute: 'OU', words: 'organizational unit', value: template.organizationalUnit },
    { attribute: 'L', words: 'locality', value: template.locality },
    { attribute: 'ST', words: 'province', value: template.province },
  ] as const;
