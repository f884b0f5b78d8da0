# ./waterwheel test
# shellcheck shell=bash

help_test() {
    cat <<'HELP'
./waterwheel test

Runs everything: the server, simulator and bench with Maven; the linter, tests and build of the console and of the
members' pages; and the whole product in a real Chromium. Installs Chromium and Chinese fonts through apt where it
may, and says what to install where it may not. Stops at the first part that fails; the last line is

  N passed, N failed, N skipped
HELP
}

run_test() {
    [ $# = 0 ] || misused test "$1"
    need_java
    need_maven
    need_node
    find "$ROOT" \( -name node_modules -o -name .git \) -prune -o -type d -name surefire-reports -print 2>/dev/null \
        | while IFS= read -r reports; do rm -rf "$reports"; done
    rm -rf "$ROOT/target/test-reports" "$ROOT/e2e/test-results"
    mkdir -p "$ROOT/target/test-reports"

    part "mvn verify" java_tests
    [ -f "$ROOT/web/package.json" ] && part "console" console_tests
    [ -f "$ROOT/e2e/package.json" ] && part "e2e" browser_tests
    summary
}

# part NAME FUNCTION: runs one part; when it fails, sums up what ran and ends with its exit code.
part() {
    local code
    say "── $1" "── $1"
    "$2"
    code=$?
    if [ "$code" != 0 ]; then
        say "$1 failed." "$1 未通过。"
        summary
        exit "$code"
    fi
}

summary() {
    node "$LAUNCHER/summary.mjs" "$ROOT"
}

java_tests() {
    (cd "$ROOT" && mvn -B -ntp verify)
}

console_tests() {
    (
        cd "$ROOT/web" || exit 1
        # Maven has installed and built already.
        [ -d node_modules ] || npm ci --no-fund --no-audit || exit $?
        npm run lint || exit $?
        npm test --workspace console -- --reporter=default --reporter=json \
            --outputFile.json="$ROOT/target/test-reports/vitest.json" || exit $?
        npm test --workspace pages -- --reporter=default --reporter=json \
            --outputFile.json="$ROOT/target/test-reports/vitest-pages.json" || exit $?
        { [ -f console/dist/index.html ] && [ -f pages/dist/index.html ]; } || npm run build
    )
}

browser_tests() {
    install_browser || return 1
    (
        cd "$ROOT/e2e" || exit 1
        npm ci --no-fund --no-audit || exit $?
        export CHROMIUM PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
        # Its configuration says which reports it writes.
        npx playwright test
    )
}

# Sets CHROMIUM, where there is one.
find_chromium() {
    local name
    if [ -n "${CHROMIUM:-}" ] && [ -x "$CHROMIUM" ]; then
        return 0
    fi
    for name in chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Chromium.app/Contents/MacOS/Chromium" \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
        if CHROMIUM="$(command -v "$name" 2>/dev/null)"; then
            return 0
        fi
    done
    return 1
}

chinese_fonts() {
    [ "$(uname -s)" = Darwin ] || [ -n "$(fc-list :lang=zh 2>/dev/null | head -n 1)" ]
}

install_browser() {
    local missing=""
    find_chromium || missing="chromium"
    chinese_fonts || missing="$missing fontconfig fonts-noto-cjk"
    if [ -n "$missing" ] && command -v apt-get >/dev/null 2>&1 && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }; then
        say "Installing:$missing" "正在安装：$missing"
        root_or_sudo apt-get update -qq
        # shellcheck disable=SC2086
        root_or_sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
    fi
    if find_chromium && chinese_fonts; then
        return 0
    fi
    say "The browser tests need Chromium and Chinese fonts. Install them and start again:" \
        "浏览器测试需要 Chromium 和中文字体，请安装后重试：" >&2
    case "$(uname -s)" in
        Darwin) echo "    brew install --cask chromium" >&2 ;;
        *) echo "    sudo apt install chromium fontconfig fonts-noto-cjk" >&2 ;;
    esac
    return 1
}
