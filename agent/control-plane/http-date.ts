const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Milliseconds of a date of HTTP (RFC 9110, 5.6.7) in any of its three forms, undefined for other texts. A year of two digits is of the last 50 or the next 50 years. */
export function httpDate(text: string, now: Date): number | undefined {
  const asctime = /^\w{3} (\w{3}) ([ \d]\d) (\d\d:\d\d:\d\d) (\d{4})$/.exec(text);
  const [, day, month, year, time] =
    /^\w{3}, (\d\d) (\w{3}) (\d{4}) (\d\d:\d\d:\d\d) GMT$/.exec(text) ??
    /^\w{6,9}, (\d\d)-(\w{3})-(\d\d) (\d\d:\d\d:\d\d) GMT$/.exec(text) ??
    (asctime ? [asctime[0], asctime[2], asctime[1], asctime[4], asctime[3]] : []);
  if (day === undefined || month === undefined || year === undefined || time === undefined || !months.includes(month)) return undefined;
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  const date = Date.UTC(fullYear(year, now), months.indexOf(month), Number(day), hours, minutes, seconds);
  return Number.isNaN(date) ? undefined : date;
}

function fullYear(year: string, now: Date): number {
  if (year.length === 4) return Number(year);
  const thisYear = now.getUTCFullYear();
  const inThisCentury = thisYear - (thisYear % 100) + Number(year);
  return inThisCentury > thisYear + 50 ? inThisCentury - 100 : inThisCentury;
}
