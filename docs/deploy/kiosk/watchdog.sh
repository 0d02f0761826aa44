#!/bin/sh
# Begins the browser anew when its page has not asked the web server of this box for three minutes: a page asks every
# minute, so one that is silent has crashed or stands still, whatever it shows. In quiet hours a page rests longer and
# tells so with its question (p=600). At most three times an hour: then something else is broken, and a picture that is
# old and says so is better than one that flickers.
set -eu

case ${1-} in
'') ;;
-h | --help)
  echo 'usage: watchdog.sh, once a minute, by zhangbang-watchdog.timer'
  echo 'Restarts the browser of the screen when its page has been silent for three minutes, at most three times an hour.'
  exit 0
  ;;
*)
  echo "watchdog.sh: there is no option $1; --help tells what it does" >&2
  exit 2
  ;;
esac

beats=${BEATS:-/var/log/nginx/zhangbang-beats.log}
restarts=${RUNTIME_DIRECTORY:-/run/zhangbang-watchdog}/restarts
silence=180
most=3

now=$(date +%s)
# After the log was rotated the last word of the page is in the one before.
rest=$(cat "$beats.1" "$beats" 2>/dev/null | tail -n 1 | sed -n 's/.*&p=\([0-9]\{1,4\}\) .*/\1/p')
[ -z "$rest" ] || silence=$((rest + rest / 2))
heard=$(stat -c %Y "$beats" 2>/dev/null || echo 0)
[ $((now - heard)) -ge "$silence" ] || exit 0

touch "$restarts"
# A clock that was put back makes restarts of the future, which count as none.
recent=$(awk -v now="$now" '$1 > now - 3600 && $1 <= now' "$restarts")
printf '%s\n' "$recent" | sed '/^$/d' >"$restarts"
last=$(tail -n 1 "$restarts")
[ $((now - ${last:-0})) -ge "$silence" ] || exit 0

if [ "$(wc -l <"$restarts")" -ge "$most" ]; then
  echo "silent for $((now - heard)) s, restarted $most times within the hour: left as it is"
  exit 0
fi
echo "silent for $((now - heard)) s: restarting the screen"
echo "$now" >>"$restarts"
systemctl restart zhangbang-kiosk.service
