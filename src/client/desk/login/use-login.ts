import { useEffect, useState } from 'preact/hooks';
import type { DeskServer } from '../server/desk-server.ts';

/** Whether somebody has to log in before anything else is answered, and what says that she has. */
export function useLogin(server: DeskServer): readonly [boolean, () => void] {
  const [isOut, setIsOut] = useState(false);
  useEffect(() => server.onLoggedOut(() => setIsOut(true)), [server]);
  return [isOut, () => setIsOut(false)];
}
