import { createServer, get } from 'node:http';
import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { close, listen } from '#local/http-server.ts';
import { isOfSameUser, ownerOf } from '#local/identity/sign-in/peer.ts';

const table = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:0FA0 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 1
   1: 0100007F:0FA0 0100007F:9E96 01 00000000:00000000 00:00000000 00000000  1000        0 2
   2: 0100007F:9E96 0100007F:0FA0 01 00000000:00000000 00:00000000 00000000  1001        0 3
   3: 0000000000000000FFFF00000100007F:9E98 0000000000000000FFFF00000100007F:0FA0 01 00000000:00000000 00:00000000 00000000  1002        0 4
   4: 0200A8C0:9E97 0100007F:0FA0 01 00000000:00000000 00:00000000 00000000  1000        0 5
`;

describe('the owner of a connection', () => {
  it('is the user of the socket at its other end', () => {
    expect(ownerOf(table, 0x9e96, 4000)).toBe(1001);
    expect(ownerOf(table, 0x9e98, 4000)).toBe(1002);
  });

  it('is unknown for what is not connected from this machine', () => {
    expect(ownerOf(table, 0x9e97, 4000)).toBeUndefined();
    expect(ownerOf(table, 0x9e96, 4001)).toBeUndefined();
    expect(ownerOf('', 0x9e96, 4000)).toBeUndefined();
  });

  it('is this user for a connection of this process', async () => {
    const found = Promise.withResolvers<boolean>();
    const server = createServer(({ socket }, response) => {
      isOfSameUser(socket as Socket).then(found.resolve, found.reject);
      response.end();
    });
    const port = await listen(server, 0);
    get({ port, host: '127.0.0.1' }, (answer) => answer.resume());
    expect(await found.promise).toBe(true);
    await close(server);
  });
});
