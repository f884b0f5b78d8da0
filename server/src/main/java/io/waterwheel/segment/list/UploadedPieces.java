package io.waterwheel.segment.list;

import static io.waterwheel.segment.generated.Tables.CUSTOMER_LIST_PIECE;

import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.segment.ListId;
import io.waterwheel.segment.tagging.StoredSet;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The rows of uploaded lists, sealed, a few thousand at a time: a piece is looked up, and what is left of it are the
/// rows that matched nobody.
@Repository
class UploadedPieces {

    /// How many rows are one piece.
    static final int SIZE = 5_000;

    private static final TypeReference<List<UploadedRow>> ROWS = new TypeReference<>() {};

    private final DSLContext database;
    private final Vault vault;
    private final JsonMapper json;

    UploadedPieces(DSLContext database, Vault vault, JsonMapper json) {
        this.database = database;
        this.vault = vault;
        this.json = json;
    }

    /// What came of one piece.
    record Matched(RoaringBitmap numbers, UploadResult result) {}

    void insert(ListId list, int piece, List<UploadedRow> rows) {
        database.insertInto(CUSTOMER_LIST_PIECE)
                .set(CUSTOMER_LIST_PIECE.LIST_ID, list.value())
                .set(CUSTOMER_LIST_PIECE.PIECE, piece)
                .set(CUSTOMER_LIST_PIECE.CONTENT, sealed(rows))
                .execute();
    }

    /// Those that have not been looked up, in the order of the file.
    List<Integer> open(ListId list) {
        return database.select(CUSTOMER_LIST_PIECE.PIECE)
                .from(CUSTOMER_LIST_PIECE)
                .where(CUSTOMER_LIST_PIECE.LIST_ID.eq(list.value()), CUSTOMER_LIST_PIECE.NUMBERS.isNull())
                .orderBy(CUSTOMER_LIST_PIECE.PIECE)
                .fetch(CUSTOMER_LIST_PIECE.PIECE);
    }

    /// All of them, in the order of the file.
    List<Integer> all(ListId list) {
        return database.select(CUSTOMER_LIST_PIECE.PIECE)
                .from(CUSTOMER_LIST_PIECE)
                .where(CUSTOMER_LIST_PIECE.LIST_ID.eq(list.value()))
                .orderBy(CUSTOMER_LIST_PIECE.PIECE)
                .fetch(CUSTOMER_LIST_PIECE.PIECE);
    }

    /// Empty when it is gone.
    Optional<List<UploadedRow>> rows(ListId list, int piece) {
        return database.select(CUSTOMER_LIST_PIECE.CONTENT)
                .from(CUSTOMER_LIST_PIECE)
                .where(CUSTOMER_LIST_PIECE.LIST_ID.eq(list.value()), CUSTOMER_LIST_PIECE.PIECE.eq(piece))
                .fetchOptional(row -> opened(row.value1()));
    }

    /// From now on only the unmatched rows of the piece are known.
    void matched(ListId list, int piece, List<UploadedRow> unmatched, Matched matched) {
        database.update(CUSTOMER_LIST_PIECE)
                .set(CUSTOMER_LIST_PIECE.CONTENT, sealed(unmatched))
                .set(CUSTOMER_LIST_PIECE.NUMBERS, StoredSet.bytes(matched.numbers()))
                .set(CUSTOMER_LIST_PIECE.RESULT, JSONB.valueOf(json.writeValueAsString(matched.result())))
                .where(CUSTOMER_LIST_PIECE.LIST_ID.eq(list.value()), CUSTOMER_LIST_PIECE.PIECE.eq(piece))
                .execute();
    }

    List<Matched> matched(ListId list) {
        return database.select(CUSTOMER_LIST_PIECE.NUMBERS, CUSTOMER_LIST_PIECE.RESULT)
                .from(CUSTOMER_LIST_PIECE)
                .where(CUSTOMER_LIST_PIECE.LIST_ID.eq(list.value()), CUSTOMER_LIST_PIECE.NUMBERS.isNotNull())
                .fetch(row -> new Matched(
                        StoredSet.of(row.value1()), json.readValue(row.value2().data(), UploadResult.class)));
    }

    void delete(long list) {
        database.deleteFrom(CUSTOMER_LIST_PIECE)
                .where(CUSTOMER_LIST_PIECE.LIST_ID.eq(list))
                .execute();
    }

    String sealed(List<UploadedRow> rows) {
        return vault.seal(json.writeValueAsString(rows));
    }

    List<UploadedRow> opened(@Nullable String content) {
        return content == null ? List.of() : json.readValue(vault.open(content), ROWS);
    }
}
