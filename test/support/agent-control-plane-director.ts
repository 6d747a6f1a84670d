import {
  type ControlPlaneState,
  mayCall,
  type OfferedApplication,
  type OfferedBundle,
  type SeenRequest,
  unauthorized,
} from './agent-control-plane-state.ts';

interface PageArguments {
  readonly after?: string;
}

export function directorResolvers(state: ControlPlaneState, caller: SeenRequest) {
  const asRuntime = <T>(answer: () => T) => {
    if (!mayCall(caller, state) || caller.headers.tenant !== state.tenant) throw unauthorized();
    return answer();
  };
  const shown = () => state.applications.map((application) => shownApplication(state, application));
  return {
    runtime: () => asRuntime(() => ({ id: state.runtimeId, labels: state.labels })),
    applicationsForRuntime: ({ after }: PageArguments) => asRuntime(() => page(state, shown(), after)),
    application: ({ id }: { id: string }) => asRuntime(() => shown().find((application) => application.id === id)),
    setRuntimeLabel: ({ key, value }: { key: string; value: unknown }) =>
      asRuntime(() => {
        state.labels = { ...state.labels, [key]: value };
        return { key, value };
      }),
  };
}

function page<T>({ pageSize }: ControlPlaneState, all: readonly T[], after: string | undefined) {
  const start = Number(after ?? 0);
  const end = start + pageSize;
  const hasNextPage = end < all.length;
  return {
    data: all.slice(start, end),
    pageInfo: { startCursor: after ?? '', endCursor: hasNextPage ? String(end) : '', hasNextPage },
    totalCount: all.length,
  };
}

function shownApplication(state: ControlPlaneState, { bundles = [], ...application }: OfferedApplication) {
  const shown = bundles.map((bundle) => shownBundle(state, bundle));
  return {
    ...application,
    auths: [{ id: state.authId }],
    labels: {},
    eventingConfiguration: { defaultURL: String(state.labels.runtime_eventServiceUrl ?? '') },
    bundles: ({ after }: PageArguments) => (application.error === undefined ? page(state, shown, after) : null),
    bundle: ({ id }: { id: string }) => shown.find((bundle) => bundle.id === id),
  };
}

function shownBundle(state: ControlPlaneState, bundle: OfferedBundle) {
  const { id, apis = [], events = [] } = bundle;
  return {
    id,
    name: `bundle ${id}`,
    apiDefinitions: ({ after }: PageArguments) => page(state, apis, after),
    eventDefinitions: ({ after }: PageArguments) => page(state, events, after),
    defaultInstanceAuth: authOf(bundle),
  };
}

function authOf({ basic, oauth, additionalHeaders }: OfferedBundle) {
  if (oauth) return { credential: { __typename: 'OAuthCredentialData', ...oauth }, additionalHeaders };
  return basic ? { credential: { __typename: 'BasicCredentialData', ...basic }, additionalHeaders } : null;
}
