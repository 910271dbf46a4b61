import { type Access, mayAsk } from '../../domain/staff/roles.ts';
import { useSession } from './session-context.tsx';

/** Whether the person signed in may; the service decides by itself, this only hides what it would refuse. */
export function useMay(access: Access): boolean {
  const { signedIn } = useSession();
  return mayAsk(access, signedIn?.roles) === 'yes';
}
