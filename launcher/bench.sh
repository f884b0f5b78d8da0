# ./waterwheel bench
# shellcheck shell=bash

help_bench() {
    cat <<'HELP'
./waterwheel bench [name …]

Measures the packaged product and prints one JSON line for each: name, value, unit, baseline, ratio, machine.

  start      seconds to ready, on data that is there already
  intake     durable events per second over HTTP, beside a bare COPY
  identity   durable events per second of which one in twenty merges two customers, beside the same without merges
  visible    milliseconds from an event sent to its customer's page, the 99th of a hundred, at 5,000 events a second
  profile    a customer's page at ten million customers and a hundred million events (WATERWHEEL_BENCH_CUSTOMERS: fewer;
             at full size it takes half an hour and 50 GB below bench/target)
  segment-now  one customer and one condition, then ten at once, at 100,000 customers with long histories: milliseconds, the 99th
             of a hundred, beside one row by its primary key
  import     lines of Online Retail II per second, beside DuckDB reading the same files (WATERWHEEL_DATA names their folder)
  customers  the customer list at a million customers: milliseconds of the slowest page, search or filter
  broadcast  recipients per second of a broadcast that is planned, beside a bare COPY of the same rows
  caps       customers per second held against a policy with three caps, and of a whole plan with them, beside one statement that
             counts their contacts
  journey    milliseconds from an event to its message in the outbox, the 99th of a hundred, at 2,000 events a second and
             with a million people inside (WATERWHEEL_BENCH_RUNS: fewer); then steps per second of timers due at once;
             beside the same with ten thousand inside
  ledger     points earned and spent per second, one in five on one account, beside plain SQL; milliseconds of a balance at two
             sizes (WATERWHEEL_BENCH_MEMBERS); lots that expire per second and the memory it takes beside a tenth of them
             (WATERWHEEL_BENCH_LOTS, ten million at full size)
  coupons    coupons redeemed per second by tills over HTTP, beside the same by plain SQL; then two thousand want the last hundred
             and exactly a hundred get one
  what-if    three years of a million members and ten million orders replayed under two programmes (WATERWHEEL_BENCH_MEMBERS:
             fewer): seconds, memory; beside one statement by hand that counts tiers and points; then with rolling years, tier
             multipliers, caps and benefits
  linkage    a million invented Chinese customers linked on two cores: seconds, beside a join on equal name and birthday
  segment    segments over thirty million customers and a hundred million orders (WATERWHEEL_BENCH_CUSTOMERS: fewer; 8 GB below
             bench/target): ten conditions cold, one changed, tags alone, 500 refreshed, memory; beside SQL by hand
  soak       half an hour (WATERWHEEL_SOAK_MINUTES) of events, merges and pages: memory and lag must not grow
HELP
}

run_bench() {
    prepare_server bench
    # The bench starts the server as this launcher does.
    WATERWHEEL_JVM_OPTIONS="${SERVER_OPTIONS[*]}" exec "$JAVA" -Xmx4g "${JVM_OPTIONS[@]}" -Dwaterwheel.project="$ROOT" \
        -Dwaterwheel.server="$APP_JAR" -jar "$BENCH_JAR" "$@"
}
