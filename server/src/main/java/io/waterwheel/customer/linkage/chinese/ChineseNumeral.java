package io.waterwheel.customer.linkage.chinese;

/// Numbers as they are written in addresses: 九十 → 90, 一百零二 → 102, and digit by digit 二〇一 → 201.
final class ChineseNumeral {

    private static final String DIGITS = "零一二三四五六七八九";

    private ChineseNumeral() {}

    static long value(String numeral) {
        boolean placed = numeral.indexOf('十') >= 0 || numeral.indexOf('百') >= 0;
        long sum = 0;
        long digit = 0;
        for (int i = 0; i < numeral.length(); i++) {
            char character = numeral.charAt(i);
            int unit = character == '百' ? 100 : character == '十' ? 10 : 1;
            if (unit > 1) {
                sum += Math.max(1, digit) * unit;
                digit = 0;
            } else {
                digit = placed ? digit(character) : digit * 10 + digit(character);
            }
        }
        return sum + digit;
    }

    private static int digit(char character) {
        return switch (character) {
            case '〇' -> 0;
            case '两' -> 2;
            default -> DIGITS.indexOf(character);
        };
    }
}
