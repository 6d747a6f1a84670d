import { readFile } from 'node:fs/promises';
import type { Socket } from 'node:net';

/**
 * Returns true if the other end of a loopback connection is a process of this user, or of root, as the tables of the kernel say. They exist on Linux only;
 * elsewhere every process of the machine is taken.
 */
export async function isOfSameUser({ remotePort = 0, localPort = 0 }: Pick<Socket, 'remotePort' | 'localPort'>): Promise<boolean> {
  const own = process.getuid?.();
  if (process.platform !== 'linux' || own === undefined) return true;
  const tables = await Promise.all(['tcp', 'tcp6'].map((name) => readFile(`/proc/net/${name}`, 'utf8').catch(() => '')));
  const user = ownerOf(tables.join('\n'), remotePort, localPort);
  return user === own || user === 0;
}

/** The user id of the socket that is bound to one port and connected to the other, in `/proc/net/tcp` (proc_net_tcp(5)). */
export function ownerOf(table: string, port: number, connectedTo: number): number | undefined {
  const hex = (value: number) => value.toString(16).toUpperCase().padStart(4, '0');
  const lines = table.split('\n').map((line) => line.trim().split(/\s+/));
  const found = lines.find(
    ([, local = '', remote = '']) =>
      /^(0100007F|0000000000000000FFFF00000100007F):/.test(local) &&
      local.endsWith(`:${hex(port)}`) &&
      remote.endsWith(`:${hex(connectedTo)}`),
  );
  return found?.[7] === undefined ? undefined : Number(found[7]);
}
