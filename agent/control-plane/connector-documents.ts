export const configurationQuery = `query {
  result: configuration {
    token { token }
    certificateSigningRequestInfo { subject keyAlgorithm }
    managementPlaneInfo { directorURL certificateSecuredConnectorURL }
  }
}`;

export const signMutation = `mutation ($csr: String!) {
  result: signCertificateSigningRequest(csr: $csr) { certificateChain caCertificate clientCertificate }
}`;
