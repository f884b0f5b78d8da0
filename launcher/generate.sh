# ./waterwheel generate
# shellcheck shell=bash

help_generate() {
    cat <<'HELP'
./waterwheel generate

For developers: rewrites what is generated and checked in, after a migration, a problem or an endpoint has changed:
the typed tables of every module, docs/problems.md, web/console/openapi.json, and the API clients of the console and of
the members' pages.
HELP
}

run_generate() {
    [ $# = 0 ] || misused generate "$1"
    need_java
    need_maven
    say "── typed tables" "── 类型化的表"
    generate_tables || fail "The typed tables could not be generated." "类型化的表未能生成。"
    say "── docs/problems.md, openapi.json" "── docs/problems.md、openapi.json"
    (cd "$ROOT" && mvn -B -ntp -q -Dweb.skip=true -Dspotless.check.skip=true -pl server -am test \
        -Dtest='ProblemCatalogueTests,BroadcastTransitionsTests,QuarantineTransitionsTests,EventSchemaTests,OpenApiTests' -Dsurefire.failIfNoSpecifiedTests=false \
        -Dwaterwheel.generate=true) || fail "The documents could not be generated." "文档未能生成。"
    if [ -f "$ROOT/web/console/package.json" ]; then
        need_node
        say "── console client" "── 控制台客户端"
        cp "$ROOT/server/target/openapi.json" "$ROOT/web/console/openapi.json"
        (cd "$ROOT/web" && { [ -d node_modules ] || npm ci --no-fund --no-audit; } && npm run generate) \
            || fail "The console's client could not be generated." "控制台客户端未能生成。"
    fi
}

# The generator compiles apart from the rest, which may not compile until the tables are there; Maven only says with what.
generate_tables() {
    local work="$ROOT/target/generate" sources="$ROOT/server/src/main/java" kernel module
    kernel="$sources/io/waterwheel/kernel/postgres"
    rm -rf "$work"
    mkdir -p "$work/classes/db"
    cp -R "$ROOT/server/src/main/resources/db/migration" "$work/classes/db/" || return 1
    (cd "$ROOT" && mvn -B -ntp -q -Dweb.skip=true -Dspotless.check.skip=true -Dmaven.main.skip=true -pl server -am compile dependency:build-classpath \
        -DincludeScope=test -Dmdep.outputFile="$work/classpath") || return 1
    "$JAVA_HOME/bin/javac" -nowarn -proc:none -d "$work/classes" -cp "$(cat "$work/classpath")" \
        "$kernel"/EmbeddedPostgres.java "$kernel"/PostgresCommands.java "$kernel"/PostgresBinaries.java \
        "$kernel"/DirectoryTree.java "$kernel"/Migrations.java \
        "$ROOT/server/src/test/java/io/waterwheel/kernel/postgres/GenerateTables.java" || return 1
    "$JAVA" "${JVM_OPTIONS[@]}" -cp "$work/classes:$(cat "$work/classpath")" io.waterwheel.kernel.postgres.GenerateTables \
        "$work/database" "$work/tables" >"$work/log" 2>&1 || {
        tail -n 20 "$work/log" >&2
        return 1
    }
    for module in "$work"/tables/io/waterwheel/*; do
        module="$(basename "$module")"
        rm -rf "$sources/io/waterwheel/$module/generated"
        cp -R "$work/tables/io/waterwheel/$module/generated" "$sources/io/waterwheel/$module/" || return 1
    done
    rm -rf "$work"
}
