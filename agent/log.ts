export type LogLevel = 'info' | 'warn' | 'error';
export type LogFields = Readonly<Record<string, string | number | boolean | Date | undefined>>;
export type Log = (level: LogLevel, message: string, fields?: LogFields) => void;

/** One line per event: ISO time, level, message, then `key=value` with values quoted where they hold blanks or controls. */
export function formatLine(time: Date, level: LogLevel, message: string, fields: LogFields = {}): string {
  const pairs = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${formatValue(value)}`);
  return [time.toISOString(), level, message, ...pairs].join(' ');
}

export function lineLog(write: (line: string) => void, now: () => Date): Log {
  return (level, message, fields) => write(formatLine(now(), level, message, fields));
}

function formatValue(value: LogFields[string]): string {
  const text = value instanceof Date ? value.toISOString() : String(value);
  return text === '' || /[^\x21\x23-\x3c\x3e-\x7e]/.test(text) ? JSON.stringify(text) : text;
}
