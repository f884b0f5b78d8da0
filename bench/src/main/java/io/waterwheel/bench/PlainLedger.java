package io.waterwheel.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/// The same bookings as anybody would write them: a transaction for each, which locks the account's row. In
/// tables like the ledger's, with the same indexes and the same flush.
final class PlainLedger {

    private final DataSource pool;
    private final AtomicLong last = new AtomicLong();

    PlainLedger(DataSource pool, int members) throws SQLException {
        this.pool = pool;
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists plain");
            for (String table : new String[] {"account", "entry", "posting", "lot"}) {
                statement.execute("drop table if exists plain." + table);
                statement.execute("create table plain.%1$s (like loyalty.%1$s including all)".formatted(table));
            }
            statement.execute("insert into plain.account select 1, n, n, 0, 0, 0, 0 from generate_series(1, %d) n"
                    .formatted(members));
        }
    }

    /// @return whether it was booked: else the member has too little
    boolean book(int member, boolean earn, int points, String key) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                long id = last.incrementAndGet();
                update(
                        connection,
                        "update plain.account set available = available + ? where brand_id = 1 and opened_no = ?",
                        earn ? points : 0,
                        member);
                if (earn) {
                    update(
                            connection,
                            "insert into plain.lot values (?, 1, ?, ?, ?, 0, true, false, null, null)",
                            id,
                            member,
                            points,
                            points);
                } else if (!take(connection, member, points)) {
                    connection.rollback();
                    return false;
                }
                update(
                        connection,
                        "insert into plain.entry values (?, 1, ?, 'earn', ?, ?, ?, now(), now(), null, 'bench', '{}')",
                        id,
                        key,
                        member,
                        points,
                        points);
                update(
                        connection,
                        "insert into plain.posting values (?, 1, 'issued', null, null, ?, false),"
                                + " (?, 2, 'available', ?, ?, ?, false)",
                        id,
                        -points,
                        id,
                        member,
                        id,
                        points);
                connection.commit();
                return true;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private static boolean take(Connection connection, int member, int points) throws SQLException {
        int missing = points;
        try (PreparedStatement lots = connection.prepareStatement("""
                select id, remaining from plain.lot where brand_id = 1 and opened_no = ? and open
                order by expires_at, id limit 8""")) {
            lots.setInt(1, member);
            ResultSet row = lots.executeQuery();
            while (missing > 0 && row.next()) {
                int take = (int) Math.min(missing, row.getLong(2));
                update(
                        connection,
                        "update plain.lot set remaining = remaining - ?, open = remaining > ? where id = ?",
                        take,
                        take,
                        row.getLong(1));
                missing -= take;
            }
        }
        if (missing > 0) {
            return false;
        }
        update(
                connection,
                "update plain.account set available = available - ? where brand_id = 1 and opened_no = ?",
                points,
                member);
        return true;
    }

    private static void update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
