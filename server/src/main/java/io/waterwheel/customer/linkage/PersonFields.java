package io.waterwheel.customer.linkage;

import io.waterwheel.customer.linkage.Records.Row;
import io.waterwheel.customer.linkage.chinese.AddressComparison;
import io.waterwheel.customer.linkage.chinese.ChineseName;
import io.waterwheel.customer.linkage.chinese.ChineseNameComparison;
import io.waterwheel.customer.linkage.chinese.CityComparison;
import io.waterwheel.customer.linkage.chinese.PhoneComparison;
import io.waterwheel.customer.linkage.compare.CodeComparison;
import io.waterwheel.customer.linkage.compare.DateComparison;
import io.waterwheel.customer.linkage.compare.EmailComparison;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Records of people as a brand knows them: what is compared, and which pairs are looked at.
public final class PersonFields {

    public static final String NAME = "name";
    public static final String BIRTHDAY = "birthday";
    public static final String GENDER = "gender";
    public static final String PHONE = "phone";
    public static final String EMAIL = "email";
    public static final String CITY = "city";
    public static final String ADDRESS = "address";

    /// How many records may share a key's value: two hundred of one name in one town are people of that name.
    public static final int LARGEST_BLOCK = 200;

    private static final int YEAR = 4;
    private static final int TAIL = 4;

    private PersonFields() {}

    /// In the order in which values are added.
    public static List<Field<?>> fields() {
        return List.of(
                Field.of(NAME, new ChineseNameComparison()).byFrequency(),
                Field.of(BIRTHDAY, new DateComparison()),
                Field.of(GENDER, new CodeComparison()),
                Field.of(PHONE, new PhoneComparison()),
                Field.of(EMAIL, new EmailComparison()),
                Field.of(CITY, new CityComparison()).byFrequency(),
                Field.of(ADDRESS, new AddressComparison()).byFrequency());
    }

    /// Each lets something else be wrong: a slip in the birthday is forgiven by name and telephone number, another
    /// number by name and birthday, another way to write the name by birthday and address.
    public static List<BlockingKey> keys() {
        return List.of(
                BlockingKey.same(PHONE),
                BlockingKey.same(EMAIL),
                key("sound of name + birthday", Set.of(NAME, BIRTHDAY), row -> joined(sound(row), row.get(BIRTHDAY))),
                key(
                        "sound of name + end of phone",
                        Set.of(NAME, PHONE),
                        row -> joined(sound(row), tail(row.get(PHONE)))),
                key(
                        "sound of name + year of birth + city",
                        Set.of(NAME, BIRTHDAY, CITY),
                        row -> joined(sound(row), joined(year(row), row.get(CITY)))),
                key("sound of name + city", Set.of(NAME, CITY), row -> joined(sound(row), row.get(CITY))),
                key("surname + birthday", Set.of(NAME, BIRTHDAY), row -> joined(surname(row), row.get(BIRTHDAY))),
                BlockingKey.same(BIRTHDAY, CITY, GENDER),
                key(
                        "surname + end of phone + city",
                        Set.of(NAME, PHONE, CITY),
                        row -> joined(surname(row), joined(tail(row.get(PHONE)), row.get(CITY)))),
                BlockingKey.same(NAME, ADDRESS),
                BlockingKey.same(BIRTHDAY, ADDRESS));
    }

    private static BlockingKey key(String name, Set<String> fields, Function<Row, @Nullable String> of) {
        return new BlockingKey(name, fields, of);
    }

    private static @Nullable String joined(@Nullable String one, @Nullable String other) {
        return one == null || other == null ? null : one + '\u001f' + other;
    }

    private static @Nullable String sound(Row row) {
        ChineseName name = row.get(NAME, ChineseName.class);
        return name == null ? null : name.sound();
    }

    private static @Nullable String surname(Row row) {
        ChineseName name = row.get(NAME, ChineseName.class);
        return name == null ? null : name.surname();
    }

    private static @Nullable String year(Row row) {
        String birthday = row.get(BIRTHDAY);
        return birthday == null ? null : birthday.substring(0, YEAR);
    }

    private static @Nullable String tail(@Nullable String phone) {
        return phone == null ? null : phone.substring(phone.length() - TAIL);
    }
}
