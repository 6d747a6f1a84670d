/** Returns true for a URL and for a host name, which the original accepts as one. Fetching from a host name fails, with a status that says so. */
export const isUrlOrHost = (value: string): boolean => URL.canParse(value) || URL.canParse(`https://${value}`);
