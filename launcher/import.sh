# ./waterwheel import
# shellcheck shell=bash

help_import() {
    cat <<'HELP'
./waterwheel import <kind> <file> [--brand KEY] [--source NAME] [--dry-run] [--yes] [--data DIR]

Loads a file through the running server; when none runs, one is started for as long as it takes. The columns are
guessed and shown before anything is stored. Lines that cannot be used are written to a file with the reason for each.
Importing the same file again changes nothing; a whole import can be undone in the console.

  <kind>         orders, customers, products, stores, staff or points (opening balances)
  <file>         CSV or JSON lines (UTF-8 or GB18030, plain or .gz), an Excel workbook (.xlsx), or Parquet
  --brand KEY    main when absent
  --source NAME  what the lines come from; the same order number from the same source is the same order
  --dry-run      read and check the whole file, write nothing
  --yes          do not ask
  --data DIR     of the server; data/live when absent, data/demo when only the demo runs

Exit code: 0 imported, 1 not imported, 2 misused.
HELP
}

run_import() {
    local data="" words=()
    while [ $# -gt 0 ]; do
        case "$1" in
            --data)
                [ -n "${2:-}" ] || misused import "--data"
                data="$(absolute "$2")"
                shift
                ;;
            --brand | --source)
                [ -n "${2:-}" ] || misused import "$1"
                words+=("$1" "$2")
                shift
                ;;
            --yes | --dry-run) words+=("$1") ;;
            -*) misused import "$1" ;;
            *) words+=("$1") ;;
        esac
        shift
    done
    [ "${#words[@]}" -ge 2 ] || misused import "${words[*]:-}"
    if [ -z "$data" ]; then
        data="$ROOT/data/live"
        if ! local_port "$data" >/dev/null && local_port "$ROOT/data/demo" >/dev/null; then
            data="$ROOT/data/demo"
        fi
    fi
    prepare_server
    if local_port "$data" >/dev/null; then
        import_words "$data" "${words[@]}"
    else
        with_server "$data" "${words[@]}"
    fi
}

import_words() {
    local data="$1"
    shift
    "$JAVA" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx128m "${JVM_OPTIONS[@]}" -cp "$APP_JAR" \
        io.waterwheel.cli.ImportCommand --data "$data" "$@"
}

# Starts the server, imports, and stops it again whatever happened.
with_server() {
    local data="$1" code
    mkdir -p "$data/logs" || fail "The data directory cannot be written: $data" "数据目录不可写：$data"
    say "No server is running; starting one for the import …" "没有正在运行的服务，为本次导入临时启动…"
    # Not told of Ctrl-C by the terminal: it is stopped in order below.
    "$JAVA" "${SERVER_OPTIONS[@]}" -jar "$APP_JAR" --server.port=0 --waterwheel.data-directory="$data" \
        --logging.file.name="$data/logs/server.log" --logging.threshold.console=warn </dev/null &
    SERVER_PID=$!
    trap 'kill -TERM "$SERVER_PID" 2>/dev/null; wait "$SERVER_PID"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    wait_ready "$data" "$SERVER_PID" 300 || fail "The server did not start; see $data/logs/server.log." \
        "服务未能启动，详情见 $data/logs/server.log。"
    import_words "$@"
    code=$?
    kill -TERM "$SERVER_PID" 2>/dev/null
    wait "$SERVER_PID"
    trap - EXIT INT TERM
    return "$code"
}
