import { keysPath } from './issuer-facts.ts';

/**
 * The description of the issuer (OpenID Connect Discovery 1.0, 3). It stands here, and not in the library, so that the library is not loaded until a user
 * signs in: functions read it for the first token of a client. A test compares the two.
 */
export const discoveryDocument = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/auth`,
  token_endpoint: `${issuer}/token`,
  device_authorization_endpoint: `${issuer}/device/auth`,
  revocation_endpoint: `${issuer}/token/revocation`,
  end_session_endpoint: `${issuer}/session/end`,
  jwks_uri: `${issuer}${keysPath}`,
  response_types_supported: ['code'],
  response_modes_supported: ['form_post', 'fragment', 'query'],
  grant_types_supported: ['authorization_code', 'refresh_token', 'urn:ietf:params:oauth:grant-type:device_code'],
  scopes_supported: ['openid', 'offline_access'],
  claims_supported: ['sub', 'sid', 'auth_time', 'iss'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
  token_endpoint_auth_methods_supported: ['none'],
  code_challenge_methods_supported: ['S256'],
  authorization_response_iss_parameter_supported: true,
});
