import { fieldsOf, type Field } from '../announcement/field.ts';
import { diagnostic } from '../corpus/front-matter.ts';
import { screenSchema } from '../corpus/settings/screen.ts';
import { kioskSchema } from '../corpus/settings/kiosk.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Collection } from '../edition.ts';
import { checkKiosk } from '../kiosk/check-kiosk.ts';
import { checkScreen } from '../screen.ts';
import { place } from './place.ts';

/**
 * Screens are judged by the announcements they are for; without the centre's name there is no header to set. What is
 * too long for several of them is told of the one with the least room.
 */
export function checkScreens(collection: Collection): readonly Diagnostic[] {
  const { site, screens } = collection;
  if (!site || screens.length === 0) return [];
  const fields = fieldsOf(screenSchema);
  const faults = screens.flatMap((screen) =>
    checkScreen(screen, site, collection).map((fault) => ({ ...fault, screen })),
  );
  const settings = faults.filter(({ announcement }) => announcement === undefined);
  const tooLong = Map.groupBy(
    faults.filter(({ announcement }) => announcement !== undefined),
    ({ announcement, at, code }) => `${announcement!} ${at} ${code ?? ''}`,
  );
  return [
    ...settings.map(({ screen, code = 'S103', at, message, help }) =>
      diagnostic(screen.file, code, {
        ...screen.places[at]!,
        field: fieldAt(fields, at).label,
        message,
        help,
      }),
    ),
    ...[...tooLong.values()].map((same) => {
      const {
        announcement,
        code = 'F319',
        at,
        message,
        help,
      } = same.reduce((a, b) => (b.fitting! < a.fitting! ? b : a));
      const entry = collection.entry(announcement!);
      return place(entry, { code, id: entry.id, at, message, help });
    }),
  ];
}

/** The field at a path of English keys, `parts.0.limit`. */
function fieldAt(fields: readonly Field[], path: string): Field {
  const [key, , ...rest] = path.split('.');
  const field = fields.find((one) => one.key === key)!;
  return rest.length === 0 ? field : fieldAt(field.fields ?? [], rest.join('.'));
}

export function checkKiosks({ kiosks }: Pick<Collection, 'kiosks'>): readonly Diagnostic[] {
  const labelOf = new Map(fieldsOf(kioskSchema).map(({ key, label }) => [key, label]));
  return kiosks.flatMap((kiosk) =>
    checkKiosk(kiosk).map(({ at, message, help }) =>
      diagnostic(kiosk.file, 'S106', { ...kiosk.places[at]!, field: labelOf.get(at)!, message, help }),
    ),
  );
}
