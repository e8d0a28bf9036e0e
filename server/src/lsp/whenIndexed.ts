// Waits a while for what is still being read of a library: nobody renames against half of it, and nobody waits for ever.
import type { ServerContext } from './context.ts';

/** What can not be read by then holds up nobody any longer. */
const PATIENCE = 5000;

type Ports = Pick<ServerContext, 'index' | 'libraries' | 'clock'>;

/** Never rejects. */
export async function whenIndexed({ index, libraries, clock }: Ports, root: string): Promise<void> {
  let callOff: (() => void) | undefined;
  const patience = new Promise<void>((resolve) => {
    callOff = clock.after(PATIENCE, resolve);
  });
  const known = libraries.listed().then(() => index.settled(root));
  await Promise.race([known, patience]);
  callOff?.();
}
