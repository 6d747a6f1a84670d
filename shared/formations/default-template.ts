/** The template of formations that name none. It accepts every type. */
export const defaultTemplate = { id: '0b3c7d1e-5a0f-4c1b-9a53-2f6f1c0d7a11', name: 'Side-by-Side Extensibility with Kyma' } as const;
