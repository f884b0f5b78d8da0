# ./waterwheel up
# shellcheck shell=bash

help_up() {
    cat <<'HELP'
./waterwheel up [--demo] [--port N] [--data DIR] [-- server options]

Builds what is missing or out of date, starts the server and prints its address. The first start also prints a
one-time password for the user admin. Ctrl-C stops it; the data stays clean, and is whole even after a kill -9.

  --demo        adds a made-up brand and a WeCom simulator to look at; data then goes to data/demo
  --port N      8080 when absent
  --data DIR    data/live when absent

Anything after -- goes to the server as it is, such as
  -- --waterwheel.postgres.url=jdbc:postgresql://host/db --server.address=0.0.0.0

Environment: WATERWHEEL_JAVA_HOME, WATERWHEEL_JVM_OPTIONS (more options for the JVM), WATERWHEEL_AOT=off (no start-up cache)
HELP
}

run_up() {
    local demo="" port=8080 data="" running
    while [ $# -gt 0 ]; do
        case "$1" in
            --demo) demo=yes ;;
            --port)
                is_port "${2:-}" || misused up "--port ${2:-}"
                port="$2"
                shift
                ;;
            --data)
                [ -n "${2:-}" ] || misused up "--data"
                data="$(absolute "$2")"
                shift
                ;;
            --)
                shift
                break
                ;;
            *) misused up "$1" ;;
        esac
        shift
    done
    [ -n "$data" ] || data="$ROOT/data/${demo:+demo}"
    [ "$data" != "$ROOT/data/" ] || data="$ROOT/data/live"

    # Two servers must never share a data directory.
    if running="$(local_port "$data")"; then
        fail "It is running already: http://127.0.0.1:$running" "服务已在运行：http://127.0.0.1:$running"
    fi
    if listening "$port"; then
        fail "Port $port is taken by another program; choose another one with --port." "端口 $port 已被占用，请用 --port 指定其他端口。"
    fi
    if [ -n "$demo" ]; then
        prepare_server simulator
    else
        prepare_server
    fi
    mkdir -p "$data/logs" || fail "The data directory cannot be written: $data" "数据目录不可写：$data"

    set -- --server.port="$port" --waterwheel.data-directory="$data" --logging.file.name="$data/logs/server.log" \
        --logging.threshold.console=warn "$@"
    if [ -n "$demo" ]; then
        start_simulator "$data"
        set -- --waterwheel.demo.enabled=true --waterwheel.demo.simulator-url="http://127.0.0.1:$SIMULATOR_PORT" \
            --waterwheel.email.host=127.0.0.1 --waterwheel.email.port="$SMTP_PORT" \
            --waterwheel.email.from=tea@demo.example --waterwheel.email.from-name=泊檐茶 "$@"
        say "Member centre: http://127.0.0.1:$port/m/demo/ (codes by SMS: $data/sms/demo)" \
            "会员中心：http://127.0.0.1:$port/m/demo/（短信验证码见 $data/sms/demo）"
    fi
    say "Starting on http://127.0.0.1:$port (log: $data/logs/server.log) …" \
        "正在启动 http://127.0.0.1:$port（日志：$data/logs/server.log）…"
    # In place of this shell, so that Ctrl-C and SIGTERM reach Java itself.
    exec "$JAVA" "${SERVER_OPTIONS[@]}" -jar "$APP_JAR" "$@"
}

# Starts the simulator beside this process, which the server is about to become; it ends within a second of it.
start_simulator() {
    local server=$$ data="$ROOT/data/simulator" turns=100
    [ "$1" = "$ROOT/data/demo" ] || data="$1/simulator"
    SIMULATOR_PORT="$(free_port 8089)"
    SMTP_PORT="$(free_port 8025)"
    mkdir -p "$data" "$1/logs"
    (
        trap '' INT
        "$JAVA" -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar "$SIMULATOR_JAR" --port "$SIMULATOR_PORT" \
            --smtp-port "$SMTP_PORT" --data "$data" >"$1/logs/simulator.log" 2>&1 &
        simulator=$!
        while alive "$server" && alive "$simulator"; do
            sleep 0.5
        done
        kill -TERM "$simulator" 2>/dev/null
        wait "$simulator"
    ) </dev/null >/dev/null 2>&1 &
    while ! listening "$SIMULATOR_PORT"; do
        turns=$((turns - 1))
        if [ "$turns" = 0 ]; then
            fail "The simulator did not start; see $1/logs/simulator.log." "模拟器未能启动，详情见 $1/logs/simulator.log。"
        fi
        sleep 0.2
    done
    say "WeCom simulator: http://127.0.0.1:$SIMULATOR_PORT" "企业微信模拟器：http://127.0.0.1:$SIMULATOR_PORT"
}
