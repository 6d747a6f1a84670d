/** The folder of the console below the address that serves it; its build has the same. */
export const consoleFolder = 'console/';

/** The path of the console at the address that serves it. */
export const consolePath = `/${consoleFolder}`;
