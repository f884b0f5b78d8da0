# How the server is run: unpacked, with the options and the start-up cache that make it quick.
# shellcheck shell=bash

APP="$ROOT/server/target/app"
APP_JAR="$APP/waterwheel-server-app.jar"
AOT_CACHE="$APP/server.aot"
AOT_STAMP="$APP/server.aot.of"
JVM_OPTIONS=(--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dfile.encoding=UTF-8)
# The server's beans were found at build time (spring-boot:process-aot). It begins with room enough that short-lived
# garbage is collected seldom: each time makes whoever asks then wait some milliseconds.
START_OPTIONS=("${JVM_OPTIONS[@]}" -Dspring.aot.enabled=true -XX:InitialRAMPercentage=6)

# The start-up cache works on plain jars only, so the packed jar is laid out once per build.
unpack_server() {
    [ "$APP_JAR" -nt "$SERVER_JAR" ] && return 0
    rm -rf "$APP" "$APP.new"
    "$JAVA" -Djarmode=tools -jar "$SERVER_JAR" extract --destination "$APP.new" >/dev/null \
        || fail "The server could not be unpacked into server/target." "无法在 server/target 中解开服务程序。"
    # The tool keeps the jar's own time.
    touch "$APP.new/waterwheel-server-app.jar"
    mv "$APP.new" "$APP"
}

# Sets SERVER_OPTIONS: the cache only when it is of this build and this JDK; without it the start is merely slower.
server_options() {
    SERVER_OPTIONS=("${START_OPTIONS[@]}")
    if [ "${WATERWHEEL_AOT:-on}" != off ] && [ -s "$AOT_CACHE" ] && [ "$(cat "$AOT_STAMP" 2>/dev/null)" = "$(aot_stamp)" ]; then
        SERVER_OPTIONS+=("-XX:AOTCache=$AOT_CACHE" -XX:AOTMode=auto -Xlog:aot=off -Xlog:cds=off)
    fi
    if [ -n "${WATERWHEEL_JVM_OPTIONS:-}" ]; then
        local more
        read -r -a more <<<"$WATERWHEEL_JVM_OPTIONS"
        SERVER_OPTIONS+=("${more[@]}")
    fi
}

aot_stamp() {
    cksum <"$JAVA_HOME/release"
}

# Once per build: starts the server on data of its own, looks at it, stops it, and keeps what the JVM learnt.
# Never fails; a cache that cannot be made is tried again with the next build or JDK.
train_server() {
    local scratch="$ROOT/server/target/training" stamp
    [ "${WATERWHEEL_AOT:-on}" != off ] || return 0
    stamp="$(aot_stamp)"
    [ "$(cat "$AOT_STAMP" 2>/dev/null)" = "$stamp" ] && return 0
    say "Preparing quick starts (once per build, about half a minute) …" "正在为快速启动做准备（每次构建一次，约半分钟）…"
    rm -rf "$scratch" "$AOT_CACHE"
    mkdir -p "$scratch"
    "$JAVA" "${START_OPTIONS[@]}" "-XX:AOTCacheOutput=$AOT_CACHE" -jar "$APP_JAR" --server.port=0 \
        "--waterwheel.data-directory=$scratch" >"$scratch/training.log" 2>&1 &
    TRAINING_PID=$!
    trap 'kill -TERM "$TRAINING_PID" 2>/dev/null; wait "$TRAINING_PID"; exit 130' INT TERM
    if wait_ready "$scratch" "$TRAINING_PID" 120; then
        request "$scratch" /
        request "$scratch" /api/session
    fi
    kill -TERM "$TRAINING_PID" 2>/dev/null
    wait "$TRAINING_PID"
    trap - INT TERM
    rm -rf "$scratch"
    printf '%s\n' "$stamp" >"$AOT_STAMP"
}

# wait_ready DATA PID SECONDS: until the server says where it is.
wait_ready() {
    local turns=$(($3 * 5))
    while [ "$turns" -gt 0 ]; do
        [ -s "$1/keys/local-address" ] && return 0
        alive "$2" || return 1
        sleep 0.2
        turns=$((turns - 1))
    done
    return 1
}

# local_port DATA: the port of the server that runs with this data, if one does.
local_port() {
    local port
    port="$(sed -n 's/.*:\([0-9][0-9]*\)$/\1/p' "$1/keys/local-address" 2>/dev/null)"
    [ -n "$port" ] && listening "$port" && printf '%s\n' "$port"
}

# request DATA PATH: asks the server for something and throws the answer away.
request() {
    local port
    port="$(local_port "$1")" || return 0
    {
        exec 3<>"/dev/tcp/127.0.0.1/$port" && printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$2" >&3 \
            && cat <&3
        exec 3>&-
    } >/dev/null 2>&1
}

prepare_server() {
    need_java
    build server "$@"
    unpack_server
    train_server
    server_options
}
