/** Names the infrastructure and the adapters must agree on. */
export const tableShape = {
  partitionKey: 'pk',
  sortKey: 'sk',
  timeToLive: 'expiresAt',
  entityType: 'type',
  indexes: {
    byId: { partitionKey: 'idPk', sortKey: 'idSk' },
    listing: { partitionKey: 'listPk', sortKey: 'listSk' },
    log: { partitionKey: 'logPk', sortKey: 'logSk' },
  },
} as const;
