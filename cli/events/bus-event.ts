export interface BusEvent {
  readonly 'detail-type': string;
  readonly detail: { readonly metadata: { readonly tenant: string; readonly occurredAt: string }; readonly data: unknown };
}

/** Reads an event of the control plane. Returns undefined for a text that is none. */
export function busEventIn(text: string): BusEvent | undefined {
  try {
    const event = JSON.parse(text);
    return event?.detail?.metadata === undefined ? undefined : event;
  } catch {
    return undefined;
  }
}
