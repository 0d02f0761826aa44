import { realDisk, type Disk } from './disk.ts';
import { MirrorError } from './failure.ts';
import {
  carriedBy,
  currentRelease,
  floorOf,
  listReleases,
  manifestIn,
  partOf,
  Place,
  type Release,
} from './place.ts';
import { alone, type Outcome } from './run.ts';
import { pointTo } from './switch.ts';
import { isSound, verify } from './verify.ts';

/** A screen takes nothing older than it has seen, and stores what it has: it cannot tell going back from a lie. */
const SCREENS =
  '正在显示的屏幕不跟着退回：它们不采用比见过的更旧的数据，重新载入也不行。要让屏幕也换下来，请在来源改好后重新发布（生成网站，再 pack）；等不及的，在每台机器上重开屏幕：systemctl restart zhangbang-kiosk。';

/** Serves an earlier release of those on the disk: the one before the present, or the one named. */
export async function goBack(
  to: string,
  options: { now: string; seq?: number | undefined; disk?: Disk },
): Promise<Outcome> {
  const { now } = options;
  const place = new Place(to);
  return alone(place, { now }, options.disk ?? realDisk, (disk) => {
    const present = currentRelease(place);
    const others = listReleases(place).filter(
      ({ name, seq }) => name !== present?.name && seq !== present?.seq,
    );
    const release = others.find(({ seq }) =>
      options.seq === undefined ? !present || seq < present.seq : seq === options.seq,
    );
    if (!release)
      throw new MirrorError(
        'unusable',
        others.length > 0
          ? `没有这样的版本可以退回。本机还有：${others.map(({ seq }) => seq).join('、')}（用 --seq 指定）。`
          : '本机没有别的版本可以退回。',
      );
    if (!isWhole(release))
      throw new MirrorError('untrusted', `版本 ${release.seq} 的文件坏了，没有退回。请用 --seq 指定另一个。`);
    const floor = Math.max(floorOf(place), release.seq);
    pointTo(place, release, disk);
    return {
      ending: 'changed',
      message: `已退回到版本 ${release.seq}。要等来源有了比 ${floor} 新的版本，更新才会再换掉它。\n${SCREENS}`,
      status: {
        seq: release.seq,
        part: partOf(release.folder),
        floor,
        verifiedAt: now,
        etag: undefined,
      },
    };
  });
}

function isWhole(release: Release): boolean {
  const part = partOf(release.folder);
  return (
    part !== undefined &&
    isSound(verify(release.folder, manifestIn(release.folder, part).manifest, carriedBy(release)))
  );
}
