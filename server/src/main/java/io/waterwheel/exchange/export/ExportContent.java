package io.waterwheel.exchange.export;

import io.waterwheel.access.Brand;
import java.sql.SQLException;
import java.util.List;

/// What goes into the files of one kind of export, piece by piece along something that only grows: positions of the
/// log, numbers of customers.
interface ExportContent {

    ExportKind kind();

    List<ExportColumns> tables();

    /// How far it goes at present.
    long end();

    /// Writes the piece after `after`.
    ///
    /// @return how far it came, at most `end`
    long write(Wanted wanted, long after, long end, ExportTables out) throws SQLException;

    /// What was asked for.
    record Wanted(Brand brand, ExportRange range, boolean personalData) {}
}
