/** URL of an authority's revocation list, under the base URL of the public API. */
export const revocationListUrl = (publicUrl: string, authorityId: string): string => `${publicUrl}/crl/${authorityId}.crl`;
