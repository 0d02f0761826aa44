#!/bin/sh
# Runs a command of Zhangbang by the Node that lies here, else by that of the machine: sh zhangbang.sh check. Without
# one it opens the desk.
cd "$(dirname "$0")" || exit 2

node=node
for candidate in node_modules/node-*/bin/node; do
  if [ -x "$candidate" ]; then node=$candidate; fi
done

if ! command -v "$node" >/dev/null 2>&1; then
  echo '没有找到 Node。能上网：安装操作系统软件仓库里的 Node 26，或者到 https://nodejs.org 下载，再运行一次；不能上网：请技术人员换用离线包（docs/office/install-windows.md）。' >&2
  exit 2
fi

if [ $# -eq 0 ]; then set -- desk; fi
exec "$node" src/cli/setup.mjs "$@"
