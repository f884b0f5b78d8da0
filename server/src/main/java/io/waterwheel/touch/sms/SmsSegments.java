package io.waterwheel.touch.sms;

/// How Chinese carriers count a message: up to 70 UTF-16 units are one, a longer text is cut into pieces of 67,
/// because each piece says where it belongs. Latin letters count like any other, unlike in GSM 03.38 abroad.
final class SmsSegments {

    private static final int WHOLE = 70;
    private static final int PIECE = 67;

    private SmsSegments() {}

    static int of(String text) {
        return text.length() <= WHOLE ? 1 : Math.ceilDiv(text.length(), PIECE);
    }
}
