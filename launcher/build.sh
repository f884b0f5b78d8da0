# Builds what is missing or older than its sources.
# shellcheck shell=bash

SERVER_JAR="$ROOT/server/target/waterwheel-server-app.jar"
SIMULATOR_JAR="$ROOT/simulator/target/waterwheel-simulator-app.jar"
BENCH_JAR="$ROOT/bench/target/waterwheel-bench.jar"
CONSOLE_PAGE="$ROOT/web/console/dist/index.html"
MEMBER_PAGE="$ROOT/web/pages/dist/index.html"
BUILD_LOG="$ROOT/target/build.log"

need_maven() {
    command -v mvn >/dev/null 2>&1 && return 0
    fail "Maven is needed to build: apt install maven, or brew install maven." \
        "构建需要 Maven：apt install maven 或 brew install maven。"
}

need_node() {
    local version
    version="$(node --version 2>/dev/null | sed -n 's/^v\([0-9][0-9]*\).*/\1/p')"
    [ -n "$version" ] && [ "$version" -ge 20 ] && command -v npm >/dev/null 2>&1 && return 0
    fail "Node 20 or newer with npm is needed to build the console: https://nodejs.org, or apt install nodejs npm." \
        "构建控制台需要 Node 20 或更新版本及 npm：https://nodejs.org，或 apt install nodejs npm。"
}

console_is_old() {
    [ -f "$ROOT/web/package.json" ] && {
        newer_than "$CONSOLE_PAGE" "$ROOT/web/package.json" "$ROOT/web/package-lock.json" "$ROOT/web/console" \
            || newer_than "$MEMBER_PAGE" "$ROOT/web/package.json" "$ROOT/web/package-lock.json" "$ROOT/web/pages"
    }
}

server_is_old() {
    console_is_old || newer_than "$SERVER_JAR" "$ROOT/server/src/main" "$ROOT/server/pom.xml" "$ROOT/pom.xml" \
        "$ROOT/web/pom.xml" "$CONSOLE_PAGE" "$MEMBER_PAGE"
}

simulator_is_old() {
    newer_than "$SIMULATOR_JAR" "$ROOT/simulator/src/main" "$ROOT/simulator/pom.xml" "$ROOT/pom.xml"
}

bench_is_old() {
    newer_than "$BENCH_JAR" "$ROOT/bench/src/main" "$ROOT/bench/pom.xml" "$ROOT/pom.xml" \
        "$ROOT/server/src/main" "$ROOT/server/pom.xml"
}

# build MODULE...: packages those of server, simulator and bench that need it.
build() {
    local module modules="" web="-Dweb.skip=true"
    for module in "$@"; do
        if "${module}_is_old"; then
            modules="$modules,$module"
        fi
    done
    [ -n "$modules" ] || return 0
    need_maven
    case "$modules" in
        *server*)
            if console_is_old; then
                need_node
                web="-Dweb.skip=false"
            fi
            ;;
    esac
    mkdir -p "$ROOT/target"
    say "Building ${modules#,} (the first time this takes some minutes; details in target/build.log) …" \
        "正在构建 ${modules#,}（首次需要几分钟，详情见 target/build.log）…"
    # The formatter's check is for those who change the code.
    (cd "$ROOT" && mvn -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true "$web" -pl "${modules#,}" -am package 2>&1) \
        | tee "$BUILD_LOG" | awk '/^\[INFO\] (Building Waterwheel|--- exec:)/ { sub(/^\[INFO\] /, "  "); print; fflush() }'
    if [ "${PIPESTATUS[0]}" != 0 ]; then
        grep -vE '^(\[INFO\]|\[WARNING\]|WARNING:|Downloaded|$)|re-run Maven|Re-run Maven|\[Help 1\] http|resume the build|mvn <args>|For more information' \
            "$BUILD_LOG" | tail -n 25 >&2
        fail "The build failed; the whole of it is in target/build.log." "构建失败，完整日志见 target/build.log。"
    fi
}
