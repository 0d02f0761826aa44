#!/bin/sh
# Turns the panel on and off by the hours in /etc/zhangbang/panel.env. It looks every five minutes and acts only where the
# panel is otherwise than it should be: so it is right again after a power cut, a restart of the browser or a remote
# control. While the clock cannot be right, the panel is lit.
set -eu

case ${1-} in
'') ;;
-h | --help)
  echo 'usage: panel.sh, every five minutes, by zhangbang-panel.timer'
  echo 'Turns the panel on from ON to OFF, by WAY=dpms (OUTPUT=HDMI-A-1) or WAY=cec (CEC_DEVICE=/dev/cec0).'
  exit 0
  ;;
*)
  echo "panel.sh: there is no option $1; --help tells what it does" >&2
  exit 2
  ;;
esac

minutes() {
  hours=${1%:*}
  rest=${1#*:}
  echo $((${hours#0} * 60 + ${rest#0}))
}

on=$(minutes "${ON:-07:30}")
off=$(minutes "${OFF:-18:45}")
now=$(minutes "$(TZ=Asia/Shanghai date +%H:%M)")
if [ "$(date +%Y)" -lt 2026 ]; then
  wanted=on
elif [ "$on" -le "$off" ]; then
  if [ "$now" -ge "$on" ] && [ "$now" -lt "$off" ]; then wanted=on; else wanted=off; fi
else
  if [ "$now" -ge "$on" ] || [ "$now" -lt "$off" ]; then wanted=on; else wanted=off; fi
fi

case ${WAY:-dpms} in
dpms)
  export XDG_RUNTIME_DIR="${XDG_RUNTIME_DIR:-/run/user/$(id -u)}" WAYLAND_DISPLAY="${WAYLAND_DISPLAY:-wayland-0}"
  outputs=$(wlr-randr)
  output=${OUTPUT:-$(printf '%s\n' "$outputs" | sed -n '1s/ .*//p')}
  enabled=$(printf '%s\n' "$outputs" | sed -n "/^$output /,/Enabled:/s/^[[:space:]]*Enabled: *//p")
  case $enabled in yes) present=on ;; *) present=off ;; esac
  [ "$present" != "$wanted" ] || exit 0
  wlr-randr --output "$output" "--$wanted"
  ;;
cec)
  device=${CEC_DEVICE:-/dev/cec0}
  # Without an address of its own nobody answers this box.
  address=$(cec-ctl -d "$device" --playback | sed -n 's/^[[:space:]]*Physical Address *: *//p')
  # A television that does not answer is told all the same.
  case $(cec-ctl -d "$device" --to 0 --give-device-power-status | sed -n 's/^.*pwr-state: *//p') in
  on* | to-on*) present=on ;;
  standby* | to-standby*) present=off ;;
  *) present=unknown ;;
  esac
  [ "$present" != "$wanted" ] || exit 0
  if [ "$wanted" = on ]; then
    cec-ctl -d "$device" --to 0 --image-view-on >/dev/null
    cec-ctl -d "$device" --active-source "phys-addr=$address" >/dev/null
  else
    cec-ctl -d "$device" --to 0 --standby >/dev/null
  fi
  ;;
*)
  echo "panel.sh: WAY is dpms or cec, not $WAY" >&2
  exit 2
  ;;
esac
echo "panel: $present, now $wanted"
