import type { Clock } from '#shared/core/clock.ts';
import { newId } from '#shared/core/ids.ts';
import { Refusal } from '../refusal.ts';
import { account, region } from '../template/local-identities.ts';
import type { BusRule, LocalQueue } from '../template/local-system.ts';
import { eventPattern, type Matcher } from './event-pattern.ts';
import { rotatedLog } from './rotated-log.ts';

/** One entry of PutEvents. */
export interface BusEntry {
  readonly Source?: string;
  readonly DetailType?: string;
  readonly Detail?: string;
  readonly EventBusName?: string;
  readonly Resources?: readonly string[];
  readonly Time?: number;
}

export type BusAnswer = { readonly EventId: string } | { readonly ErrorCode: string; readonly ErrorMessage: string };

interface Bus {
  readonly rules: readonly BusRule[];
  readonly queues: readonly LocalQueue[];
  readonly eventsFile: string;
  readonly send: (queueName: string, body: string, group?: string) => void;
  readonly clock: Clock;
}

interface Route {
  readonly bus: string;
  readonly matches: Matcher;
  readonly queues: readonly { readonly name: string; readonly groupPath?: string }[];
}

/** Size at which the events file is rotated. The file before it is kept. */
const maxEventsBytes = 64 * 1024 * 1024;

/**
 * An event bus for the synthesized rules. An entry is accepted once it is in the events file and in the queues of its rules. The entries of a call are
 * written at once.
 */
export function localBus({ rules, queues, eventsFile, send, clock }: Bus) {
  const append = rotatedLog(eventsFile, maxEventsBytes);
  const routes = rules.map((rule) => routeOf(rule, queues));
  const deliver = (event: BusEvent, text: string, { EventBusName = 'default' }: BusEntry): void => {
    const bus = nameOf(EventBusName);
    const matching = routes.filter((route) => route.bus === bus && route.matches(event));
    for (const { name, groupPath } of matching.flatMap((route) => route.queues)) send(name, text, groupPath && valueAt(event, groupPath));
  };
  return async (entries: readonly BusEntry[]): Promise<BusAnswer[]> => {
    const given = entries.map((entry) => {
      const event = eventOf(entry, clock());
      return event && { entry, event, text: JSON.stringify(event) };
    });
    const accepted = given.filter((one) => one !== undefined);
    if (accepted.length > 0) await append(accepted.map(({ text }) => text));
    for (const { entry, event, text } of accepted) deliver(event, text, entry);
    return given.map((one) => (one ? { EventId: one.event.id } : malformed));
  };
}

const malformed: BusAnswer = {
  ErrorCode: 'MalformedDetail',
  ErrorMessage: 'Source, DetailType and a JSON object as Detail are required.',
};

type BusEvent = NonNullable<ReturnType<typeof eventOf>>;

const nameOf = (busNameOrArn: string): string => busNameOrArn.slice(busNameOrArn.lastIndexOf('/') + 1);

/** Log groups have no counterpart here, because every event is in the events file; topics have none, because alarms have no receiver. */
const leftOut = /^arn:[^:]+:(?:logs|sns):/;

function routeOf({ name, EventBusName, EventPattern, Targets }: BusRule, queues: readonly LocalQueue[]): Route {
  const targets = Targets.filter(({ Arn }) => !leftOut.test(Arn)).map((target) => {
    const queue = queues.find(({ arn }) => arn === target.Arn);
    if (!queue || target.Input || target.InputPath || target.InputTransformer) {
      throw new Refusal(
        `The bus rule ${name} has a target that the one-machine bus cannot serve: it delivers whole events to SQS queues, and leaves out log groups and topics.`,
      );
    }
    return { name: queue.name, groupPath: target.SqsParameters?.MessageGroupId };
  });
  return { bus: nameOf(EventBusName), matches: eventPattern(EventPattern), queues: targets };
}

/** The text at a path such as `$.detail.data.id`. */
function valueAt(event: object, path: string): string {
  const value = path
    .split('.')
    .slice(1)
    .reduce<unknown>((part, name) => (part as Readonly<Record<string, unknown>> | undefined)?.[name], event);
  return String(value);
}

/** The event in the shape that EventBridge delivers. */
function eventOf({ Source, DetailType, Detail, Resources = [], Time }: BusEntry, now: Date) {
  const detail = parsedObject(Detail);
  if (!Source || !DetailType || !detail) return undefined;
  const time = Time === undefined ? now : new Date(Time * 1000);
  return {
    version: '0',
    id: newId(),
    'detail-type': DetailType,
    source: Source,
    account,
    time: `${time.toISOString().slice(0, 19)}Z`,
    region,
    resources: Resources,
    detail,
  };
}

function parsedObject(text: string | undefined): object | undefined {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
