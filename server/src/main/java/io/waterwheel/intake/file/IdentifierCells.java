package io.waterwheel.intake.file;

import io.waterwheel.intake.collect.Placeholders;
import io.waterwheel.intake.collect.Usable;
import io.waterwheel.intake.file.table.LineFault;
import io.waterwheel.intake.file.table.LineRefused;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads who a row is about. A word that stands for nobody (`guest`, `无`) is no identifier; one that is meant but
/// cannot be right, such as a masked phone, is a fault: it would make one person of many.
final class IdentifierCells {

    private static final Pattern PHONE = Pattern.compile("\\+?[\\d\\s().\\-－—]{5,25}");
    private static final int SHORTEST_PHONE = 7;
    private static final int LONGEST_PHONE = 15;
    private static final Pattern EMAIL = Pattern.compile("[^\\s*@]+@[^\\s*@]+\\.[^\\s*@]+");

    private static final Map<String, String> PLATFORMS = Map.of(
            "天猫",
            "tmall",
            "淘宝",
            "taobao",
            "京东",
            "jd",
            "抖音",
            "douyin",
            "有赞",
            "youzan",
            "拼多多",
            "pdd",
            "小红书",
            "xiaohongshu",
            "快手",
            "kuaishou");

    private final boolean every;

    /// @param every whether all kinds are read, or only those that a balance can be kept under
    IdentifierCells(boolean every) {
        this.every = every;
    }

    Subject.Identified subject(FieldCells cells) throws LineRefused {
        List<Identifier> found = new ArrayList<>(4);
        for (Map.Entry<String, IdentifierKind> plain : CustomerFields.PLAIN_IDENTIFIERS.entrySet()) {
            String text = cells.key(plain.getKey(), LineFault.IDENTIFIER_TOO_LONG);
            Usable.identifier(plain.getValue(), text).ifPresent(found::add);
        }
        phone(cells, found);
        if (every) {
            email(cells, found);
            buyer(cells, found);
        }
        if (found.isEmpty()) {
            throw new LineRefused(LineFault.IDENTIFIER_MISSING, -1, null);
        }
        found.sort(java.util.Comparator.comparing(Identifier::kind));
        return new Subject.Identified(found);
    }

    private static void phone(FieldCells cells, List<Identifier> found) throws LineRefused {
        String text = cells.key(CustomerFields.PHONE, LineFault.PHONE_UNREADABLE);
        if (text == null || Placeholders.value(CustomerFields.PHONE, text)) {
            return;
        }
        Identifier phone = PHONE.matcher(java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC))
                        .matches()
                ? Usable.identifier(IdentifierKind.PHONE, text).orElse(null)
                : null;
        if (phone == null
                || phone.value().length() < SHORTEST_PHONE
                || phone.value().length() > LONGEST_PHONE) {
            throw cells.refused(LineFault.PHONE_UNREADABLE, CustomerFields.PHONE, text);
        }
        found.add(phone);
    }

    private static void email(FieldCells cells, List<Identifier> found) throws LineRefused {
        String text = cells.key(CustomerFields.EMAIL, LineFault.EMAIL_UNREADABLE);
        if (text == null || Placeholders.value(CustomerFields.EMAIL, text)) {
            return;
        }
        if (!EMAIL.matcher(text).matches()) {
            throw cells.refused(LineFault.EMAIL_UNREADABLE, CustomerFields.EMAIL, text);
        }
        found.add(new Identifier(IdentifierKind.EMAIL, text));
    }

    private static void buyer(FieldCells cells, List<Identifier> found) throws LineRefused {
        String text = cells.key(CustomerFields.BUYER_ID, LineFault.IDENTIFIER_TOO_LONG);
        if (text == null || Usable.nobody(text)) {
            return;
        }
        String platform = cells.text(CustomerFields.PLATFORM);
        if (platform != null) {
            String known = PLATFORMS.getOrDefault(platform, platform.toLowerCase(Locale.ROOT));
            found.add(new Identifier(IdentifierKind.BUYER_ID, known + ":" + text));
        } else if (text.indexOf(':') > 0) {
            found.add(new Identifier(IdentifierKind.BUYER_ID, text));
        } else {
            throw cells.refused(LineFault.PLATFORM_MISSING, CustomerFields.BUYER_ID, text);
        }
    }
}
