# Sourced by ./vedette and ./test: builds the console and the program when something is newer than the last build.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

say() { printf '%s\n' "$*" >&2; }

need_tools() {
  command -v dotnet >/dev/null || { say "Vedette needs the .NET 10 SDK; no 'dotnet' was found on the PATH."; exit 1; }
  dotnet --version >/dev/null 2>&1 || { say "Vedette needs the .NET 10 SDK; installed: $(dotnet --list-sdks | tr '\n' ' ')"; exit 1; }
}

need_node() {
  command -v npm >/dev/null || { say "The console needs Node 20 or newer; no 'npm' was found on the PATH."; exit 1; }
}

# run_quietly WHAT LOG COMMAND...: shows the log only when the command fails
run_quietly() {
  local what=$1 log=$2; shift 2
  say "$what ..."
  mkdir -p "$(dirname "$log")"
  if ! "$@" >"$log" 2>&1; then
    say "$what failed:"
    grep -E "error|ERR|Error" "$log" | sort -u | head -40 >&2 || true
    say "The whole log is in $log"
    exit 1
  fi
}

web_is_stale() {
  local root=$1 stamp=$1/artifacts/stamps/web
  [ -f "$root/web/package.json" ] || return 1
  [ -f "$stamp" ] && [ -f "$root/src/Vedette.Server/wwwroot/index.html" ] || return 0
  [ -n "$(find "$root/web" \( -name node_modules -o -name dist -o -name test-results \) -prune -o -newer "$stamp" -print -quit)" ]
}

program_is_stale() {
  local root=$1 stamp=$1/artifacts/stamps/program
  [ -f "$stamp" ] && [ -f "$root/artifacts/bin/Vedette.Cli/release/vedette.dll" ] || return 0
  [ -n "$(find "$root/src" "$root"/Directory.*.props "$root/global.json" "$root/BannedSymbols.txt" "$root/.editorconfig" \
      -newer "$stamp" -print -quit)" ]
}

install_web() {
  local root=$1
  need_node
  [ -d "$root/web/node_modules" ] && [ "$root/web/node_modules/.package-lock.json" -nt "$root/web/package-lock.json" ] && return 0
  run_quietly "Installing the console's packages" "$root/artifacts/logs/npm.log" npm --prefix "$root/web" ci --no-audit --no-fund
}

build_web() {
  local root=$1
  install_web "$root"
  run_quietly "Building the console" "$root/artifacts/logs/web.log" npm --prefix "$root/web" run build
  mkdir -p "$root/artifacts/stamps" && touch "$root/artifacts/stamps/web"
}

build_program() {
  local root=$1
  mkdir -p "$root/artifacts/stamps" && touch "$root/artifacts/stamps/program.new"
  run_quietly "Building Vedette" "$root/artifacts/logs/build.log" dotnet build "$root/src/Vedette.Cli" -c Release -v q
  mv "$root/artifacts/stamps/program.new" "$root/artifacts/stamps/program"
}

build_if_stale() {
  local root=$1
  web_is_stale "$root" || program_is_stale "$root" || return 0
  need_tools
  mkdir -p "$root/artifacts"
  if command -v flock >/dev/null; then
    exec 9>"$root/artifacts/.building"   # two terminals at once: the second waits
    flock 9
  fi
  if web_is_stale "$root"; then build_web "$root"; fi
  if program_is_stale "$root"; then build_program "$root"; fi
  if command -v flock >/dev/null; then exec 9>&-; fi
}
