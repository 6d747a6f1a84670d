// Generated from connector.graphql by scripts/generate-graphql.ts; do not edit.
import type { Operation } from './operation.ts';

export const Configuration: Operation<{ readonly configuration: { readonly token: { readonly token: string } | null; readonly certificateSigningRequestInfo: { readonly subject: string } | null; readonly managementPlaneInfo: { readonly directorURL: string | null; readonly certificateSecuredConnectorURL: string | null } | null } }, Record<string, never>> = {
  api: 'connector',
  name: 'Configuration',
  text: `query Configuration {
  configuration {
    token {
      token
    }
    certificateSigningRequestInfo {
      subject
    }
    managementPlaneInfo {
      directorURL
      certificateSecuredConnectorURL
    }
  }
}`,
};

export const Sign: Operation<{ readonly signed: { readonly certificateChain: string } }, { readonly csr: string }> = {
  api: 'connector',
  name: 'Sign',
  text: `mutation Sign(\$csr: String!) {
  signed: signCertificateSigningRequest(csr: \$csr) {
    certificateChain
  }
}`,
};
