interface Renamed {
  readonly name: string;
  readonly argument?: { readonly from: string; readonly to: string };
}

const ofApplication = { from: 'applicationID', to: 'appID' } as const;

/** Operations of 2019 by their names of today. */
export const operationsOf2019: Readonly<Record<string, Renamed>> = {
  createApplication: { name: 'registerApplication' },
  deleteApplication: { name: 'unregisterApplication' },
  createRuntime: { name: 'registerRuntime' },
  deleteRuntime: { name: 'unregisterRuntime' },
  createIntegrationSystem: { name: 'registerIntegrationSystem' },
  deleteIntegrationSystem: { name: 'unregisterIntegrationSystem' },
  addAPI: { name: 'addAPIDefinitionToApplication', argument: ofApplication },
  addAPIDefinition: { name: 'addAPIDefinitionToApplication', argument: ofApplication },
  updateAPI: { name: 'updateAPIDefinition' },
  deleteAPI: { name: 'deleteAPIDefinition' },
  addEventAPI: { name: 'addEventDefinitionToApplication', argument: ofApplication },
  addEventDefinition: { name: 'addEventDefinitionToApplication', argument: ofApplication },
  updateEventAPI: { name: 'updateEventDefinition' },
  deleteEventAPI: { name: 'deleteEventDefinition' },
  refetchEventAPISpec: { name: 'refetchEventDefinitionSpec' },
  generateOneTimeTokenForApplication: { name: 'requestOneTimeTokenForApplication' },
  generateOneTimeTokenForRuntime: { name: 'requestOneTimeTokenForRuntime' },
  generateClientCredentialsForApplication: { name: 'requestClientCredentialsForApplication' },
  generateClientCredentialsForRuntime: { name: 'requestClientCredentialsForRuntime' },
  generateClientCredentialsForIntegrationSystem: { name: 'requestClientCredentialsForIntegrationSystem' },
};

/** Fields of an Application in 2019 by their names of today. */
export const fieldsOf2019: Readonly<Record<string, string>> = {
  apis: 'apiDefinitions',
  api: 'apiDefinition',
  eventAPIs: 'eventDefinitions',
  eventAPI: 'eventDefinition',
  eventConfiguration: 'eventingConfiguration',
};

/** Types of 2019 by their names of today. */
export const typesOf2019: Readonly<Record<string, string>> = {
  ApplicationCreateInput: 'ApplicationRegisterInput',
  ApplicationWebhookType: 'WebhookType',
  ApplicationEventConfiguration: 'ApplicationEventingConfiguration',
  EventAPIDefinition: 'EventDefinition',
  EventAPIDefinitionPage: 'EventDefinitionPage',
  EventAPIDefinitionInput: 'EventDefinitionInput',
  EventAPISpec: 'EventSpec',
  EventAPISpecInput: 'EventSpecInput',
  EventAPISpecType: 'EventSpecType',
};
