/** Returns true for a URL and for a host name, which the original takes for one. A host name cannot be fetched, as the status then says. */
export const isUrlOrHost = (value: string): boolean => URL.canParse(value) || URL.canParse(`https://${value}`);
