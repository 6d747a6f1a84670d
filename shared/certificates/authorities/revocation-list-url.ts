/** Path of the lists at the public API. */
export const revocationListFolder = '/crl';

/** URL of an authority's revocation list. `listsUrl` is without a trailing slash. */
export const revocationListUrl = (listsUrl: string, authorityId: string): string => `${listsUrl}/${authorityId}.crl`;
