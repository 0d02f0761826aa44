import type { Actor } from '../core/desk/api.ts';
import type { Identity } from '../office/identity.ts';
import { readIdentity } from '../office/identity.ts';
import { idOfEmail } from './local-actor.ts';
import { Refused } from './refused.ts';

/** Who the people of a desk are in the record of what was published, and the other way round. */
export interface Colleagues {
  /** @throws {Refused} where that is not known */
  readonly identify: (actor: Actor) => Promise<Identity>;
  readonly actorOf: (identity: Identity) => Actor;
}

/** The one clerk of a desk on her own machine, by what git knows of her. */
export const localColleagues = (contentDir: string): Colleagues => ({
  identify: async () => {
    const { name, email } = await readIdentity(contentDir);
    if (name !== undefined && email !== undefined) return { name, email };
    throw new Refused(422, {
      message: '还不知道您是谁，不能送出。',
      help: '请技术人员在这台电脑上设好您的姓名和邮箱。',
    });
  },
  actorOf: actorOfIdentity,
});

/** Somebody who has no account here, or sits at another desk. */
export function actorOfIdentity({ name, email }: Identity): Actor {
  return { id: idOfEmail(email) ?? 'clerk', name };
}
