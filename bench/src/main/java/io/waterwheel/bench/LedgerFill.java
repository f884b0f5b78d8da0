package io.waterwheel.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/// Histories straight into the ledger's tables, such as bookings would have left them, and whether all adds up.
record LedgerFill(DataSource pool) {

    private static final int PIECE = 500_000;

    /// Members who earned ten times ten points and spent five of each: twenty entries each.
    void histories(int first, int members) throws SQLException {
        run("""
                insert into loyalty.account select 1, %1$d + m, %1$d + m, 50, 0, 0, 0 from generate_series(0, %2$d - 1) m""".formatted(first, members));
        for (int from = 0; from < members; from += PIECE / 20) {
            int some = Math.min(PIECE / 20, members - from);
            String each = "from generate_series(0, %d - 1) m cross join generate_series(1, 10) k".formatted(some);
            String id = "%d + m * 20 + k * 2".formatted(last());
            int member = first + from;
            run(
                    "insert into loyalty.entry select %s - 1, 1, 'fill:' || %s - 1, 'earn', %d + m, 10, 10, now(), now(), null, 'bench', '{}' %s"
                            .formatted(id, id, member, each));
            run(
                    "insert into loyalty.lot select %s - 1, 1, %d + m, 10, 5, 0, true, false, null, now() + k * interval '30 days' %s"
                            .formatted(id, member, each));
            run("""
                    insert into loyalty.posting
                    select %1$s - 1, n, case n when 1 then 'issued' else 'available' end,
                           case n when 2 then %2$d + m end, case n when 2 then %1$s - 1 end, case n when 1 then -10 else 10 end
                    %3$s cross join generate_series(1, 2) n""".formatted(id, member, each));
            run(
                    "insert into loyalty.entry select %s, 1, 'fill:' || %s, 'spend', %d + m, 5, 5, now(), now(), null, 'bench', '{}' %s"
                            .formatted(id, id, member, each));
            run("""
                    insert into loyalty.posting
                    select %1$s, n, case n when 1 then 'mall' else 'available' end,
                           case n when 2 then %2$d + m end, %1$s - 1, case n when 1 then 5 else -5 end
                    %3$s cross join generate_series(1, 2) n""".formatted(id, member, each));
        }
    }

    /// Lots of ten points that are over since yesterday, two for each member.
    void overdue(int first, long lots) throws SQLException {
        run("""
                insert into loyalty.account select 1, %1$d + m, %1$d + m, 20, 0, 0, 0 from generate_series(0, %2$d - 1) m""".formatted(first, lots / 2));
        for (long from = 0; from < lots; from += PIECE) {
            long some = Math.min(PIECE, lots - from);
            String id = "%d + k".formatted(last());
            String member = "%d + (%d + k) / 2".formatted(first, from - 1);
            String each = "from generate_series(1, %d) k".formatted(some);
            run(
                    "insert into loyalty.entry select %s, 1, 'over:' || %s, 'earn', %s, 10, 10, now(), now(), null, 'bench', '{}' %s"
                            .formatted(id, id, member, each));
            run("insert into loyalty.lot select %s, 1, %s, 10, 10, 0, true, false, null, now() - interval '1 day' %s"
                    .formatted(id, member, each));
            run("""
                    insert into loyalty.posting
                    select %1$s, n, case n when 1 then 'issued' else 'available' end,
                           case n when 2 then %2$s end, case n when 2 then %1$s end, case n when 1 then -10 else 10 end
                    %3$s cross join generate_series(1, 2) n""".formatted(id, member, each));
        }
    }

    /// Throws unless all of it adds up.
    void check() throws SQLException {
        zero("select count(*) from (select from loyalty.posting group by entry_id having sum(amount) <> 0) x");
        zero("""
                select count(*) from loyalty.account a left join (
                    select opened_no, sum(amount) as sum from loyalty.posting where account = 'available' group by 1) p
                    using (opened_no) where a.available <> coalesce(p.sum, 0)""");
        zero("""
                select count(*) from loyalty.account a left join (
                    select opened_no, sum(remaining) as sum from loyalty.lot group by 1) l
                    using (opened_no) where a.available + a.pending <> coalesce(l.sum, 0)""");
    }

    void run(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            ResultSet row = statement.executeQuery(sql);
            row.next();
            return row.getLong(1);
        }
    }

    private long last() throws SQLException {
        return number("select coalesce(max(id), 0) from loyalty.entry");
    }

    private void zero(String sql) throws SQLException {
        if (number(sql) != 0) {
            throw new IllegalStateException("the ledger does not add up: " + sql);
        }
    }
}
