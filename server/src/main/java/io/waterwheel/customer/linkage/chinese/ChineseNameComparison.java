package io.waterwheel.customer.linkage.chinese;

import io.waterwheel.customer.linkage.compare.Comparison;
import io.waterwheel.customer.linkage.compare.EditDistance;
import io.waterwheel.customer.linkage.compare.Folding;
import io.waterwheel.customer.linkage.compare.JaroWinkler;
import io.waterwheel.customer.linkage.compare.Likeness;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Names of people, Chinese first: traditional and simplified are one; then the same sound (伟 and 维, or written in
/// pinyin), almost the same (one character or one mixed-up sound), the same surname, or different. Names in Latin
/// letters go by Jaro–Winkler.
public final class ChineseNameComparison implements Comparison<ChineseName> {

    private static final double LATIN_ALMOST = 0.92;
    private static final double LATIN_SIMILAR = 0.85;
    private static final Pattern NOISE = Pattern.compile("[\\s·•・.,'’_()（）-]+");
    private static final Pattern FORM_OF_ADDRESS = Pattern.compile("(先生|女士|小姐|太太|老师|同学|师傅|经理|老板|阿姨|叔叔|大哥|大姐)$");

    /// What people type who would rather not say.
    private static final Set<String> NOBODY = Set.of("匿名", "匿名用户", "微信用户", "未知", "无", "顾客", "客户", "用户", "测试", "test");

    @Override
    public @Nullable String fold(String raw) {
        String text = Han.simplified(Folding.text(raw));
        boolean chinese = Han.any(text);
        text = NOISE.matcher(text).replaceAll(chinese ? "" : " ").strip();
        text = FORM_OF_ADDRESS.matcher(text).replaceAll("");
        return text.isEmpty() || NOBODY.contains(text) ? null : text;
    }

    @Override
    public ChineseName prepare(String folded) {
        return ChineseName.of(folded);
    }

    @Override
    public Likeness compare(ChineseName left, ChineseName right) {
        if (!left.chinese() && !right.chinese()) {
            return latin(left, right);
        }
        if (left.sound().equals(right.sound())
                || left.turned().equals(right.sound())
                || left.sound().equals(right.turned())) {
            return Likeness.SAME_SOUND;
        }
        return chinese(left, right);
    }

    private static Likeness chinese(ChineseName left, ChineseName right) {
        boolean whole = !left.given().isEmpty() && !right.given().isEmpty();
        if (whole && (left.blurred().equals(right.blurred()) || oneCharacter(left, right))) {
            return Likeness.ALMOST;
        }
        if (!left.chinese() || !right.chinese()) {
            return EditDistance.between(left.sound(), right.sound()) <= 1 ? Likeness.ALMOST : Likeness.DIFFERENT;
        }
        return left.surname().equals(right.surname()) ? Likeness.PARTLY : Likeness.DIFFERENT;
    }

    /// One character wrong, missing, or two exchanged, of names that have three or more together with it.
    private static boolean oneCharacter(ChineseName left, ChineseName right) {
        return Math.max(left.text().length(), right.text().length()) > 2
                && EditDistance.between(left.text(), right.text()) <= 1;
    }

    private static Likeness latin(ChineseName left, ChineseName right) {
        if (left.sound().equals(right.sound()) || left.turned().equals(right.sound())) {
            return Likeness.SAME_SOUND;
        }
        double similarity = JaroWinkler.similarity(left.sound(), right.sound());
        if (similarity >= LATIN_ALMOST) {
            return Likeness.ALMOST;
        }
        return similarity >= LATIN_SIMILAR ? Likeness.SIMILAR : Likeness.DIFFERENT;
    }
}
