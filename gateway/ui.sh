#!/bin/sh
# The web application's part of the Maven build: `ui.sh install`, then `ui.sh build`; both skip what is up to date.
# `ui.sh sbom` writes what the pages are made of.
set -eu
gateway=$(cd "$(dirname "$0")" && pwd)
cd "$gateway/src/main/ui"
case "$1" in
install)
  # npm writes its own record of what it has installed, last.
  [ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --ignore-scripts --no-audit --no-fund
  ;;
build)
  changed() {
    find . "$gateway/../contracts" \( -name node_modules -o -path ./dist -o -path ./src/generated \) -prune \
      -o -type f -newer "$built" -print | grep -q .
  }
  # Stamped with the time before the build, so that a file edited during it counts as changed afterwards.
  built=node_modules/.opencadre-built
  if [ ! -f dist/index.html ] || [ ! -f "$built" ] || changed; then
    touch "$built.begun"
    rm -rf "$gateway/target/classes/static"
    npm test
    npm run build
    mv "$built.begun" "$built"
  fi
  ;;
sbom)
  mkdir -p "$gateway/target"
  npm sbom --sbom-format cyclonedx --omit dev --package-lock-only >"$gateway/target/bom-ui.json"
  ;;
*)
  echo "usage: ui.sh install|build|sbom" >&2
  exit 2
  ;;
esac
