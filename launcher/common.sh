# What every verb uses. Sourced, never run.
# shellcheck shell=bash

# say ENGLISH CHINESE: one line in the language of the terminal.
say() {
    case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
        zh*) printf '%s\n' "$2" ;;
        *) printf '%s\n' "$1" ;;
    esac
}

fail() {
    say "$1" "$2" >&2
    exit "${3:-1}"
}

# A word that a verb does not know: its help, and exit code 2.
misused() {
    say "Unknown: $2" "无法识别：$2" >&2
    "help_$1" >&2
    exit 2
}

wants_help() {
    local word
    for word in "$@"; do
        case "$word" in
            --help | -h) return 0 ;;
            --) return 1 ;;
        esac
    done
    return 1
}

# absolute PATH: as seen from the folder the person stands in.
absolute() {
    case "$1" in
        /*) printf '%s\n' "$1" ;;
        *) printf '%s/%s\n' "$PWD" "$1" ;;
    esac
}

# newer_than FILE PATH...: whether FILE is missing or anything below the paths is newer.
newer_than() {
    local file="$1" path
    shift
    [ -e "$file" ] || return 0
    for path in "$@"; do
        if [ -e "$path" ] && [ -n "$(find "$path" \( -name node_modules -o -name dist -o -name target \) -prune -o \
            -type f -newer "$file" -print 2>/dev/null | head -n 1)" ]; then
            return 0
        fi
    done
    return 1
}

# listening PORT: whether something answers on this machine. In a shell of its own, so that nothing stays open.
listening() {
    (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# free_port FIRST: the first port from there on that nothing listens on.
free_port() {
    local port="$1"
    while listening "$port"; do
        port=$((port + 1))
    done
    printf '%s\n' "$port"
}

# is_port TEXT
is_port() {
    case "$1" in
        '' | *[!0-9]*) return 1 ;;
    esac
    [ "${#1}" -le 5 ] && [ "$1" -ge 1 ] && [ "$1" -le 65535 ]
}

# root_or_sudo COMMAND...: runs it as root, or fails without asking for a password.
root_or_sudo() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    else
        sudo -n "$@"
    fi
}
