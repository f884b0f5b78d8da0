package io.waterwheel.customer.profile;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.conf.ParamType;

/// A query that is asked many times a second, written out once: putting its text together anew costs more than its
/// answer does.
///
/// @param sql     with a `?` for each bind
/// @param binds   in the order of the text; those with a name get their value when they are asked
/// @param columns what it answers
record PresentStatement(String sql, List<Param<?>> binds, List<Field<?>> columns) {

    /// @param query its named parameters have a name each of their own
    static PresentStatement of(DSLContext database, Select<?> query) {
        query.attach(database.configuration());
        return new PresentStatement(
                query.getSQL(ParamType.INDEXED),
                query.getParams().values().stream()
                        .filter(param -> !param.isInline())
                        .<Param<?>>map(param -> param)
                        .toList(),
                query.getSelect());
    }

    <T> Optional<T> ask(DSLContext database, Map<String, Object> values, Function<? super Record, T> read) {
        return database.connectionResult(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < binds.size(); i++) {
                    bind(connection, statement, i + 1, value(binds.get(i), values));
                }
                try (ResultSet rows = statement.executeQuery()) {
                    return Optional.ofNullable(database.fetchOne(rows, columns.toArray(Field[]::new)))
                            .map(read);
                }
            }
        });
    }

    private static Object value(Param<?> bind, Map<String, Object> values) {
        String name = bind.getParamName();
        return Objects.requireNonNull(name == null ? bind.getValue() : values.get(name));
    }

    private static void bind(Connection connection, PreparedStatement statement, int place, Object value)
            throws SQLException {
        switch (value) {
            case String[] texts -> {
                Array array = connection.createArrayOf("varchar", texts);
                statement.setArray(place, array);
                array.free();
            }
            case Instant instant -> statement.setObject(place, instant.atOffset(ZoneOffset.UTC));
            default -> statement.setObject(place, value);
        }
    }
}
