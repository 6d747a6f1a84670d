/** Set once by a process when it starts: everywhere but on one machine, a URL that names the machine is refused. */
let isPermitted = false;

/** Permits URLs of this machine among those that Compass is to call, over plain HTTP and on any port. */
export function permitOwnMachine(permitted: boolean): void {
  isPermitted = permitted;
}

export const isOwnMachinePermitted = (): boolean => isPermitted;
