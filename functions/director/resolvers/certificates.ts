import { holdsScope } from '#shared/core/actor.ts';
import { pageRequest, wantedPage } from '#shared/core/page.ts';
import { certificatesOf, suspicionsOf } from '#shared/pairing/certificates-of.ts';
import { listCertificates } from '#shared/pairing/list-certificates.ts';
import type { SystemAuthModel } from '../models.ts';
import { uncountedPage } from '../page.ts';
import type { ResolverPart } from '../resolver-part.ts';
import type { CertificateResolvers, QueryResolvers } from '../schema.generated.ts';

const certificates: QueryResolvers['certificates'] = async (_parent, { filter, first, after }, { actor, deps }) =>
  uncountedPage(await wantedPage(pageRequest(first, after), (next) => listCertificates(filter, next, actor, deps)), { first, after });

const certificateFields: CertificateResolvers = {
  systemAuth: ({ auth }) => auth,
  ownerName: async ({ auth: { owner } }, _arguments, { actor, loaders }) => {
    if (owner.kind === 'integration_system' || !holdsScope(actor, `${owner.kind}:read`)) return null;
    const members = owner.kind === 'application' ? loaders.applications : loaders.runtimes;
    return (await members.load(owner.id))?.name ?? null;
  },
};

/** Fields that all kinds of credentials have. */
const ofEveryCredential = {
  certificates: (auth: SystemAuthModel) => certificatesOf(auth),
  cloneSuspicions: (auth: SystemAuthModel) => suspicionsOf(auth),
};

export const certificatesResolvers: ResolverPart = {
  Query: { certificates },
  Certificate: certificateFields,
  AppSystemAuth: ofEveryCredential,
  RuntimeSystemAuth: ofEveryCredential,
  IntSysSystemAuth: ofEveryCredential,
};
