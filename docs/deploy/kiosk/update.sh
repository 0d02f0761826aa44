#!/bin/sh
# Brings the mirror's own program up to date: fetches the new one beside the present one, lets it do once what it is for,
# and only then puts it in its place. Whatever fails, the present one stays. The one before it is kept, to go back to.
set -eu

program=${PROGRAM:-/opt/zhangbang}
next=$program.next
before=$program.before
place=${PLACE:-/srv/zhangbang}

case ${1-} in
'') ;;
--back)
  [ -d "$before" ] || {
    echo "update.sh: there is no program of before in $before" >&2
    exit 1
  }
  rm -rf "$next"
  mv "$program" "$next"
  mv "$before" "$program"
  mv "$next" "$before"
  echo "back to $(git -C "$program" rev-parse --short HEAD); the other one lies in $before"
  exit 0
  ;;
-h | --help)
  echo 'usage: update.sh [--back], weekly by zhangbang-update.timer'
  echo 'Takes what the branch of the program has at its origin, when it can do a pull; --back takes the one before.'
  exit 0
  ;;
*)
  echo "update.sh: there is no option $1; --help tells what it does" >&2
  exit 2
  ;;
esac

present=$(git -C "$program" rev-parse HEAD)
branch=$(git -C "$program" symbolic-ref --short HEAD)
origin=$(git -C "$program" remote get-url origin)
wanted=$(git -C "$program" ls-remote --exit-code "$origin" "refs/heads/$branch" | cut -f 1)
if [ "$wanted" = "$present" ]; then
  echo 'nothing new'
  exit 0
fi

rm -rf "$next"
git clone --quiet --depth 1 --branch "$branch" "$origin" "$next"
# The first command installs what the packages of the present one lack.
[ ! -d "$program/node_modules" ] || cp -a "$program/node_modules" "$next/node_modules"
(cd "$next" && node src/cli/setup.mjs mirror --help >/dev/null)

code=0
runuser -u zhangbang -- node "$next/src/cli/setup.mjs" mirror pull "$SOURCE" --to "$place" --part "$PART" || code=$?
case $code in
# Something new, nothing new.
0 | 10) ;;
*)
  echo "the new program ended with $code: the present one stays" >&2
  exit 1
  ;;
esac

rm -rf "$before"
mv "$program" "$before"
mv "$next" "$program"
echo "from $(git -C "$before" rev-parse --short HEAD) to $(git -C "$program" rev-parse --short HEAD)"
