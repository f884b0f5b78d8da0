# Finds a JDK that is new enough, wherever people and package managers put them.
# shellcheck shell=bash

JAVA_NEEDED=25

# java_version HOME: its major version, read from the release file without starting it.
java_version() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    sed -n 's/^JAVA_VERSION="\([0-9][0-9]*\).*/\1/p' "$1/release"
}

new_enough() {
    local version
    version="$(java_version "$1")" && [ -n "$version" ] && [ "$version" -ge "$JAVA_NEEDED" ]
}

java_candidates() {
    local place
    printf '%s\n' "${WATERWHEEL_JAVA_HOME:-}" "${JAVA_HOME:-}"
    for place in /usr/lib/jvm/* /usr/local/lib/jvm/* /opt/java/* /opt/jdk* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec; do
        printf '%s\n' "$place"
    done
    # The java on the path, whose home is two levels above the real file.
    place="$(command -v java 2>/dev/null)" || return 0
    while [ -L "$place" ]; do
        local target
        target="$(readlink "$place")"
        case "$target" in
            /*) place="$target" ;;
            *) place="$(dirname "$place")/$target" ;;
        esac
    done
    dirname "$(dirname "$place")"
}

# Sets and exports JAVA_HOME and JAVA, or says what to install.
find_java() {
    local home
    if [ -n "${WATERWHEEL_JAVA_HOME:-}" ] && ! new_enough "$WATERWHEEL_JAVA_HOME"; then
        fail "WATERWHEEL_JAVA_HOME ($WATERWHEEL_JAVA_HOME) is not a JDK $JAVA_NEEDED or newer." \
            "WATERWHEEL_JAVA_HOME（$WATERWHEEL_JAVA_HOME）不是 JDK $JAVA_NEEDED 或更新版本。"
    fi
    while IFS= read -r home; do
        if [ -n "$home" ] && new_enough "$home"; then
            export JAVA_HOME="$home" JAVA="$home/bin/java"
            return 0
        fi
    done <<CANDIDATES
$(java_candidates)
CANDIDATES
    return 1
}

need_java() {
    find_java && return 0
    say "A JDK $JAVA_NEEDED or newer is needed and none was found. Install one and start again:" \
        "需要 JDK $JAVA_NEEDED 或更新版本，但没有找到。请安装后重试：" >&2
    case "$(uname -s)" in
        Darwin) echo "    brew install --cask temurin@$JAVA_NEEDED" >&2 ;;
        *) echo "    apt install openjdk-$JAVA_NEEDED-jdk        (or https://adoptium.net)" >&2 ;;
    esac
    say "If it is in an unusual folder, set WATERWHEEL_JAVA_HOME to it." \
        "如果安装在特殊目录，请用 WATERWHEEL_JAVA_HOME 指明。" >&2
    exit 1
}
