package io.waterwheel.customer.linkage.chinese;

/// A person's name, taken apart.
///
/// @param text    folded: simplified characters, or Latin letters in lower case
/// @param surname the family name, empty when it cannot be told
/// @param given   the rest; empty when there is only a form of address
/// @param sound   the syllables of the whole name run together, surname first
/// @param blurred the same where sounds that are often mixed up are one
/// @param chinese whether it is written in Chinese characters
public record ChineseName(String text, String surname, String given, String sound, String blurred, boolean chinese) {

    /// @param text folded by [ChineseNameComparison#fold]
    public static ChineseName of(String text) {
        if (Han.all(text)) {
            int cut = Math.min(text.length(), Surnames.length(text));
            String surname = text.substring(0, cut);
            String given = text.substring(cut);
            String syllables = Surnames.pinyin(surname) + (given.isEmpty() ? "" : " " + Reading.of(given));
            return new ChineseName(
                    text,
                    surname,
                    given,
                    syllables.replace(" ", ""),
                    Reading.blurred(syllables).replace(" ", ""),
                    true);
        }
        // Latin letters: pinyin with the surname first, or a name of another language.
        int space = text.indexOf(' ');
        return new ChineseName(
                text,
                space < 0 ? "" : text.substring(0, space),
                space < 0 ? text : text.substring(space + 1),
                text.replace(" ", ""),
                Reading.blurred(text).replace(" ", ""),
                false);
    }

    /// The sound with the last word first, as Western forms ask for it: Xiaoming Wang.
    String turned() {
        int last = text.lastIndexOf(' ');
        return chinese || last < 0 ? sound : (text.substring(last + 1) + text.substring(0, last)).replace(" ", "");
    }
}
