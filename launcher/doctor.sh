# ./waterwheel doctor
# shellcheck shell=bash

help_doctor() {
    cat <<'HELP'
./waterwheel doctor [--data DIR]

Looks at this machine and at the data and says what would keep the product from running. Changes nothing.
Exit code 1 when something must be put right.
HELP
}

DOCTOR_CODE=0

good() { printf '  ok    %-10s %s\n' "$1" "$2"; }
note() { printf '  note  %-10s %s\n' "$1" "$2"; }
bad() {
    printf '  BAD   %-10s %s\n' "$1" "$2"
    DOCTOR_CODE=1
}

run_doctor() {
    local data="" place
    while [ $# -gt 0 ]; do
        case "$1" in
            --data)
                [ -n "${2:-}" ] || misused doctor "--data"
                data="$(absolute "$2")"
                shift
                ;;
            *) misused doctor "$1" ;;
        esac
        shift
    done
    # shellcheck source=launcher/test.sh
    . "$LAUNCHER/test.sh"
    check_tools
    check_disk
    check_ports
    check_browser
    for place in ${data:+"$data"} "$ROOT/data/live" "$ROOT/data/demo"; do
        [ -d "$place" ] && check_data "$place"
        [ -z "$data" ] || break
    done
    return "$DOCTOR_CODE"
}

check_tools() {
    if find_java; then
        good java "$(java_version "$JAVA_HOME")  $JAVA_HOME"
    else
        bad java "$(say "no JDK $JAVA_NEEDED found; set WATERWHEEL_JAVA_HOME or install one" "没有找到 JDK $JAVA_NEEDED，请安装或设置 WATERWHEEL_JAVA_HOME")"
    fi
    if command -v mvn >/dev/null 2>&1; then
        good maven "$(command -v mvn)"
    else
        bad maven "$(say "not found; needed to build" "未找到，构建需要它")"
    fi
    if command -v node >/dev/null 2>&1; then
        good node "$(node --version)"
    else
        bad node "$(say "not found; needed to build the console" "未找到，构建控制台需要它")"
    fi
    if [ "$(id -u)" = 0 ] && ! command -v unshare >/dev/null 2>&1; then
        bad unshare "$(say "PostgreSQL does not run as root without it; install util-linux or use another user" "以 root 运行 PostgreSQL 需要它，请安装 util-linux 或换用普通用户")"
    fi
}

check_disk() {
    local free
    free="$(df -Pm "$ROOT" | awk 'NR == 2 { print $4 }')"
    if [ "${free:-0}" -lt 2048 ]; then
        bad disk "$(say "$free MB free; at least 2 GB are needed" "剩余 $free MB，至少需要 2 GB")"
    else
        good disk "$free MB"
    fi
}

check_ports() {
    local port
    for port in 8080 8089 8025; do
        if listening "$port"; then
            note "port $port" "$(say "in use" "已被占用")"
        else
            good "port $port" "$(say "free" "可用")"
        fi
    done
}

check_browser() {
    if find_chromium; then
        good chromium "$CHROMIUM"
    else
        note chromium "$(say "not found; only the browser tests need it" "未找到，仅浏览器测试需要")"
    fi
    if chinese_fonts; then
        good fonts "$(say "Chinese fonts found" "已有中文字体")"
    else
        note fonts "$(say "no Chinese fonts; only the browser tests need them" "没有中文字体，仅浏览器测试需要")"
    fi
}

check_data() {
    local lock="$1/postgres/cluster/postmaster.pid" port
    if [ ! -w "$1" ]; then
        bad data "$(say "not writable: $1" "不可写：$1")"
        return
    fi
    if port="$(local_port "$1")"; then
        good data "$1  $(say "in use by http://127.0.0.1:$port" "正由 http://127.0.0.1:$port 使用")"
    elif [ -f "$lock" ]; then
        note data "$1  $(say "not stopped in order last time; the next start recovers by itself" "上次未正常停止，下次启动会自动恢复")"
    else
        good data "$1  $(say "stopped in order" "已正常停止")"
    fi
    if [ -d "$1/postgres" ] && [ -z "$(find "$1/keys" -type f 2>/dev/null | head -n 1)" ]; then
        bad keys "$(say "$1/keys is empty: personal data cannot be read without the keys; restore them from a backup" "$1/keys 为空：没有密钥无法读取个人信息，请从备份恢复")"
    elif [ -d "$1/keys" ] && [ -n "$(find "$1/keys" -type f -perm -004 2>/dev/null | grep -v local-address | head -n 1)" ]; then
        bad keys "$(say "$1/keys can be read by others: chmod -R go= $1/keys" "$1/keys 可被他人读取：chmod -R go= $1/keys")"
    fi
}
